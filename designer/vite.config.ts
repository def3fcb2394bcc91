import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Libraries that every page needs, apart from the app's own code, so that they stay cached. */
const vendorChunks = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
  {
    name: 'mantine',
    test: /node_modules[\\/](@mantine[\\/](core|hooks|store|notifications|spotlight)|@floating-ui)[\\/]/,
  },
  { name: 'data', test: /node_modules[\\/](@tanstack|@orpc|zod)/ },
  { name: 'canvas', test: /node_modules[\\/](@xyflow|d3-|@dagrejs)/ },
];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/designer',
    emptyOutDir: true,
    // A font or picture within the code would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: { output: { codeSplitting: { groups: vendorChunks } } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
