#!/usr/bin/env node
import { runWithLibraries } from './bootstrap.mjs';

await runWithLibraries('./stagewright.ts');
