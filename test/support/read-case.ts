import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '#bin/repository.ts';
import type { Drawing } from '#core/drawing/drawing.ts';

/** A process file of test/cases: one small process that showed a fault once. */
export interface Case {
  key: string;
  name: string;
  drawing: Drawing;
}

/** The content of `test/cases/<name>.process.json`. */
export function readCase(name: string): Case {
  return JSON.parse(readFileSync(caseFile(name), 'utf8')) as Case;
}

export function caseFile(name: string): string {
  return join(repository, 'test', 'cases', `${name}.process.json`);
}
