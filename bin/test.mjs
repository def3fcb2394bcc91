import { runWithLibraries } from './bootstrap.mjs';

await runWithLibraries('./test.ts');
