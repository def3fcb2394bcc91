import { runWithLibraries } from './bootstrap.mjs';

await runWithLibraries('./check.ts');
