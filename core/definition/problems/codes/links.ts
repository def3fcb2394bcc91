import { error, warning, type CodeEntry } from './code-entry.ts';

/** Links and joins. */
export const linksCodes = {
  'links-in-cycle': error('Steps wait for each other in a circle.', 'Remove one of the links.'),
  'unknown-step': error('An element names a step that does not exist.', 'Choose another step.'),
  'unknown-port': error(
    'A link or a repetition names an outcome that its step does not have.',
    'Choose another outcome, or remove it.',
  ),
  'link-from-leave': error(
    'A link starts at a step that leaves the stage (E9).',
    'Remove the link: nothing comes after leaving.',
  ),
  'rework-not-back': error(
    'A way back leads to a step that does not come before (E13).',
    'Choose an earlier step.',
  ),
  'rework-without-port': error(
    'A way back starts at every outcome, so nothing would ever go on.',
    'Name the outcome.',
  ),
  'rework-in-rail': error(
    'A way back is drawn in a rail, which has no rounds.',
    'Let the rail run again, or remove the link.',
  ),
  'join-without-links': error(
    'A step waits for any or some of its links but has none.',
    'Link steps to it, or let it wait for nothing.',
  ),
  'join-unreachable': error(
    'A step waits for more links than can be live at once (E5).',
    'Lower the number, or link more steps.',
  ),
  'join-may-fail': error(
    'A mandatory step would be skipped when a step before it ends by an outcome that nothing is linked to (E5).',
    'Link the outcome, or make the step optional.',
  ),
  'step-never-starts': error(
    'A mandatory step can never start, so the stage would pass without it.',
    'Correct the links to it, or make it optional.',
  ),
  'mandatory-after-optional': warning(
    'A mandatory step waits for an optional one, that is, for Request or Not needed (E4).',
    'Link it to a mandatory step, or make the step before it mandatory.',
  ),
  'port-unlinked': warning(
    'Nothing follows one of the ways a step can end, so mandatory steps would be skipped.',
    'Link it too, or let the link start at every outcome.',
  ),
  'outcome-unlinked': error(
    'Nothing follows an outcome that does not pass (E3), or too few that pass (E8).',
    'Link the outcome to a step.',
  ),
  'rejection-unlinked': error(
    'Nothing follows the rejection of an approval (E3).',
    'Link “Rejected” to a step, or back to an earlier one.',
  ),
} as const satisfies Record<string, CodeEntry>;
