import { error, warning, type CodeEntry } from './code-entry.ts';

/** Deadlines, escalation and clocks. */
export const timesCodes = {
  'deadline-empty': error(
    'A deadline has neither a duration nor a date field.',
    'Set one of them, or remove the deadline.',
  ),
  'deadline-without-policy': error(
    'A deadline has no escalation policy, so nobody would hear of it.',
    'Choose a policy.',
  ),
  'deadline-not-date': error(
    'A deadline or another time counts on a field that is not a date.',
    'Choose a date field.',
  ),
  'deadline-may-be-empty': error(
    'A time counts only on a date field that may be empty then.',
    'Add a duration, or make the field required before.',
  ),
  'timing-without-field': error(
    'A time counts from a date but does not say from which.',
    'Name the date field.',
  ),
  'duration-not-positive': error(
    'A deadline, a due time, a wait or a pause takes no time.',
    'Enter 1 or more; only what counts from a date may lie before it.',
  ),
  'stage-without-deadline': warning('A stage has no deadline.', 'Set a deadline.'),
  'path-over-deadline': warning(
    'The longest path of task times takes more time than the stage has.',
    'Lengthen the deadline, or shorten tasks on the path.',
  ),
  'unknown-policy': error('An escalation policy does not exist.', 'Choose another policy.'),
  'level-does-nothing': error(
    'A level of an escalation policy tells nobody and does nothing.',
    'Add somebody to tell, or an action.',
  ),
  'level-reaches-nobody': warning(
    'A level of an escalation policy tells only the assignee or the department lead of a task that waits for anybody of a role, so it has neither until somebody claims it; the managers are told instead.',
    'Tell the owner or the managers as well.',
  ),
  'event-unheard': warning(
    'A level of an escalation policy raises an event that nothing waits for.',
    'Let a wait, an exit, a rail or a clock follow it.',
  ),
  'clock-triggers-equal': error(
    'A clock is stopped by what starts it, or resumed by what pauses it.',
    'Choose another trigger.',
  ),
  'clock-never-resumes': error('A clock is paused and nothing resumes it.', 'Say what resumes it.'),
} as const satisfies Record<string, CodeEntry>;
