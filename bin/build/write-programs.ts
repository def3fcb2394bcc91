import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { repository } from '../repository.ts';

// A process of its own: bundling takes memory that the long-lived `npm start` should not keep.
const [, , output] = process.argv;
if (!output) throw new Error('Say where the programs go.');
const fresh = `${output}.new`;
mkdirSync(output, { recursive: true });
for (const program of ['api', 'worker']) {
  await build({
    configFile: false,
    root: repository,
    logLevel: 'warn',
    // Packages are loaded from node_modules, as ever; only our own files become one.
    build: {
      ssr: join(repository, program, 'main.ts'),
      outDir: fresh,
      emptyOutDir: false,
      copyPublicDir: false,
      sourcemap: true,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: `${program}.js`, codeSplitting: false } },
    },
  });
  for (const file of [`${program}.js.map`, `${program}.js`])
    renameSync(join(fresh, file), join(output, file));
}
rmSync(fresh, { recursive: true });
