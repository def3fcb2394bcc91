import { runWithLibraries } from './bootstrap.mjs';

await runWithLibraries('./start.ts');
