import type { CodeEntry } from './codes/code-entry.ts';
import { fieldsCodes } from './codes/fields.ts';
import { linksCodes } from './codes/links.ts';
import { peopleCodes } from './codes/people.ts';
import { processCodes } from './codes/process.ts';
import { stagesCodes } from './codes/stages.ts';
import { stepsCodes } from './codes/steps.ts';
import { timesCodes } from './codes/times.ts';

/** The codes by what they are about, in the order of the page that lists them. */
export const codeGroups = {
  'The process': processCodes,
  'Stages, exits and rails': stagesCodes,
  'Deadlines, escalation and clocks': timesCodes,
  'Links and joins': linksCodes,
  Steps: stepsCodes,
  People: peopleCodes,
  'Fields, conditions and templates': fieldsCodes,
} as const satisfies Record<string, Record<string, CodeEntry>>;

/** Every code that `validate` can give. Codes are stable: people search for them, tests name them. */
export const problemCodes = {
  ...processCodes,
  ...stagesCodes,
  ...timesCodes,
  ...linksCodes,
  ...stepsCodes,
  ...peopleCodes,
  ...fieldsCodes,
} as const satisfies Record<string, CodeEntry>;

export type ProblemCode = keyof typeof problemCodes;
