import type { Severity } from '../severity.ts';

export interface CodeEntry {
  severity: Severity;
  /** What is wrong, in one sentence. */
  meaning: string;
  /** What to do about it. */
  remedy: string;
}

export function error(meaning: string, remedy: string): CodeEntry {
  return { severity: 'error', meaning, remedy };
}

export function warning(meaning: string, remedy: string): CodeEntry {
  return { severity: 'warning', meaning, remedy };
}
