import { basicPatterns } from './basic-patterns.ts';
import { instancePatterns } from './instance-patterns.ts';
import type { Pattern } from './pattern.ts';
import { statePatterns } from './state-patterns.ts';

export const patterns: readonly Pattern[] = [
  ...basicPatterns,
  ...instancePatterns,
  ...statePatterns,
];
