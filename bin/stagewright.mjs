#!/usr/bin/env node
import { runWithWhatIsThere } from './bootstrap.mjs';

await runWithWhatIsThere('./stagewright.ts');
