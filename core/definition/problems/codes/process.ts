import { error, warning, type CodeEntry } from './code-entry.ts';

/** The process as a whole, and the others that it names. */
export const processCodes = {
  'no-stage': error('The process has no stage.', 'Add a stage.'),
  'duplicate-id': error('Two elements of the same kind share an id.', 'Change one of the ids.'),
  'reserved-id': error('A stage or rail is called “won”, “lost” or “continue”.', 'Change its id.'),
  'definition-too-large': error(
    'The definition is larger than a run can carry (400 KB).',
    'Split the process, or shorten its conditions.',
  ),
  'unknown-calendar': error(
    'The process counts on a calendar that does not exist.',
    'Choose another calendar.',
  ),
  'calendar-without-working-time': error(
    'A calendar that a deadline counts on has no working time.',
    'Give the calendar working hours, or choose another.',
  ),
  'outcome-without-reasons': error(
    'An outcome has no reasons to choose from; only a service process may be finished without.',
    'Add at least one reason.',
  ),
  'unknown-process': error(
    'Another process is named that does not exist.',
    'Choose another process.',
  ),
  'unknown-currency': error(
    'The currency of the process does not exist.',
    'Write a code of ISO 4217.',
  ),
  'process-not-live': warning(
    'A process is started or gone on in that has no published version yet.',
    'Publish it before deals get there.',
  ),
  'process-circle': error(
    'Processes start one another in a circle without a wait or a person in it.',
    'Put a wait or a step for a person into the circle.',
  ),
  'mapping-mismatch': error(
    'A field is handed to another process as a field of another type, or a personal one as one that is not.',
    'Choose fields of the same type.',
  ),
  'check-failed': error(
    'A check failed itself, so nobody knows whether the drawing is right.',
    'Undo the last change, and report what you see.',
  ),
} as const satisfies Record<string, CodeEntry>;
