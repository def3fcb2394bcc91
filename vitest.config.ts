import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const node = { environment: 'node' as const };

export default defineConfig({
  test: {
    projects: [
      { test: { ...node, name: 'unit', include: ['{core,worker,api,prisma,bin}/**/*.test.ts', 'test/architecture/*.test.ts'] } },
      {
        plugins: [react()],
        test: { name: 'designer', include: ['designer/**/*.test.{ts,tsx}'], environment: 'jsdom' },
      },
    ],
  },
});
