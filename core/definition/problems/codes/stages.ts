import { error, warning, type CodeEntry } from './code-entry.ts';

/** Stages, the ways out of them, and rails. */
export const stagesCodes = {
  'stage-unreachable': error('No exit leads to the stage.', 'Draw an exit to it, or remove it.'),
  'no-outcome-reachable': error(
    'From the stage neither won nor lost can be reached.',
    'Draw an exit to a later stage, to Won or to Lost.',
  ),
  'no-way-forward': error(
    'Every unconditional way out of the stage loses the deal or takes it back (E10).',
    'Add an exit without a condition to a later stage or to Won.',
  ),
  'unknown-target': error(
    'An exit leads to a stage that does not exist.',
    'Choose another target.',
  ),
  'exit-to-own-stage': error(
    'An exit leads to its own stage as often as it likes.',
    'Limit how often it may be taken, or choose another target.',
  ),
  'leave-not-forward': error(
    'A step that leaves leads back, to its own stage, or to a stage of its rail.',
    'Choose a later stage, Won or Lost: only exits lead back.',
  ),
  'exit-without-event': error(
    'An exit by event does not say which event.',
    'Name the event, or make the exit automatic or manual.',
  ),
  'exit-without-deadline': error(
    'An exit waits for the deadline of a stage that has none.',
    'Set a deadline, or choose another event.',
  ),
  'exit-never-tried': warning(
    'An automatic exit stands behind one that has no condition.',
    'Move it up, or give the exit before it a condition.',
  ),
  'continue-incomplete': error(
    'An exit goes on in another process without naming it, or names one and leads elsewhere.',
    'Choose the process, or another target.',
  ),
  'automatic-loop': error(
    'Automatic exits lead round in a circle without a wait or a person on the way (E15).',
    'Make the exit back manual, or put a step for a person on the way.',
  ),
  'back-exit-without-max': warning(
    'An automatic exit, or one by event, leads back as often as it likes.',
    'Say how often it may be taken.',
  ),
  'lost-no-reason': error(
    'A deal is lost without anybody being asked for the reason, and none is set.',
    'Set the reason.',
  ),
  'unknown-reason': error('A reason is not in the list of the outcome.', 'Choose another reason.'),
  'unknown-stage': error('An element names a stage that does not exist.', 'Choose another stage.'),
  'rail-out-of-order': error(
    'A rail ends at a stage before the one it begins at.',
    'Choose a later stage.',
  ),
  'rail-without-steps': error(
    'A rail has no steps, so nothing would happen, not even after a silence.',
    'Add a step, or remove the rail.',
  ),
  'rail-never-starts': warning(
    'A rail is triggered by entering a stage that it does not reach.',
    'Choose a stage along the rail.',
  ),
  'stage-without-verb': warning(
    'The name of a stage is not an action.',
    'Begin the name with a verb: “Send the offer”, not “Offer”.',
  ),
  'name-long': warning('A name is too long for the board.', 'Shorten it.'),
} as const satisfies Record<string, CodeEntry>;
