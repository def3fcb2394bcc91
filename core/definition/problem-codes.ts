import type { Severity } from './problem.ts';

interface CodeEntry {
  severity: Severity;
  /** What is wrong, in one sentence. */
  meaning: string;
  /** What to do about it. */
  remedy: string;
}

const error = (meaning: string, remedy: string): CodeEntry => ({
  severity: 'error',
  meaning,
  remedy,
});
const warning = (meaning: string, remedy: string): CodeEntry => ({
  severity: 'warning',
  meaning,
  remedy,
});

/** Every code that `validate` can give. Codes are stable: people search for them, tests name them. */
export const problemCodes = {
  'no-stage': error('The process has no stage.', 'Add a stage.'),
  'duplicate-id': error('Two elements of the same kind share an id.', 'Change one of the ids.'),
  'reserved-id': error('A stage is called “won” or “lost”.', 'Change the id of the stage.'),
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
    'An outcome has no reasons to choose from.',
    'Add at least one reason.',
  ),

  'stage-unreachable': error('No exit leads to the stage.', 'Draw an exit to it, or remove it.'),
  'no-outcome-reachable': error(
    'From the stage neither won nor lost can be reached.',
    'Draw an exit to a later stage, to Won or to Lost.',
  ),
  'no-way-forward': error(
    'The only unconditional way out of the stage is to lose the deal (E10).',
    'Add an exit without a condition to a later stage or to Won.',
  ),
  'unknown-target': error(
    'An exit leads to a stage that does not exist.',
    'Choose another target.',
  ),
  'exit-not-forward': error(
    'An exit leads to its own or to an earlier stage.',
    'Choose a later stage, Won or Lost.',
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
  'lost-no-reason': error(
    'A deal is lost without anybody being asked for the reason, and none is set.',
    'Set the reason.',
  ),
  'unknown-reason': error('A reason is not in the list of the outcome.', 'Choose another reason.'),
  'deadline-empty': error(
    'A deadline has neither a duration nor a date field.',
    'Set one of them, or remove the deadline.',
  ),
  'deadline-without-policy': error(
    'A deadline has no escalation policy, so nobody would hear of it.',
    'Choose a policy.',
  ),
  'deadline-not-date': error(
    'A deadline counts to a field that is not a date.',
    'Choose a field of the type date.',
  ),
  'deadline-may-be-empty': warning(
    'A deadline has nothing but a date field that may be empty.',
    'Add a duration, or make the field required before.',
  ),
  'duration-not-positive': error(
    'A deadline, a due time or a wait takes no time.',
    'Enter 1 or more.',
  ),
  'unknown-policy': error('An escalation policy does not exist.', 'Choose another policy.'),

  'links-in-cycle': error('Steps wait for each other in a circle.', 'Remove one of the links.'),
  'unknown-step': error('An element names a step that does not exist.', 'Choose another step.'),
  'unknown-port': error(
    'A link starts at an outcome that its step does not have.',
    'Choose another outcome, or remove the link.',
  ),
  'link-from-leave': error(
    'A link starts at a step that leaves the stage (E9).',
    'Remove the link: nothing comes after leaving.',
  ),
  'step-never-starts': error(
    'A mandatory step can never start, so the stage would pass without it.',
    'Correct the links to it, or make it optional.',
  ),
  'mandatory-after-optional': warning(
    'A mandatory step waits for an optional one, that is, for Request or Not needed (E4).',
    'Link it to a mandatory step, or make the step before it mandatory.',
  ),
  'branch-without-default': error(
    'A branch has no default, so a deal could fit no case.',
    'Add a default.',
  ),
  'branch-without-cases': warning('A branch has no cases.', 'Add a case, or remove the branch.'),
  'port-unlinked': warning(
    'Nothing follows one of the ways a step can end, so mandatory steps would be skipped.',
    'Link it too, or let the link start at every outcome.',
  ),
  'outcome-unlinked': error(
    'Nothing follows an outcome that does not pass (E3).',
    'Link the outcome to a step.',
  ),
  'no-passing-outcome': error('No outcome of a task passes.', 'Let one outcome pass.'),
  'wait-without-timeout': error('A wait for an event has no time-out (E17).', 'Set a time-out.'),
  'deal-needs-person': error(
    'A deal is handed to a queue, but it has exactly one owner.',
    'Choose a person.',
  ),
  'recipient-without-task': error(
    'A notice goes to the assignee or the department lead of a task, but it has no task.',
    'Choose the owner, the managers or a person.',
  ),
  'task-without-playbook': warning(
    'A task does not say how it is done well.',
    'Write a playbook text.',
  ),

  'unknown-department': error('A department does not exist.', 'Choose another department.'),
  'pool-empty': error(
    'Nobody is in the department that gets a task.',
    'Add members, or choose another assignee.',
  ),
  'department-without-calendar': error(
    'A department whose tasks have deadlines has no calendar.',
    'Set the calendar of the department.',
  ),
  'department-without-lead': warning(
    'An escalation goes to the lead of a department that has none.',
    'Name a lead of the department.',
  ),
  'unknown-person': error('A person does not exist.', 'Choose another person.'),
  'person-inactive': error('A person is no longer active.', 'Choose another person.'),

  'unknown-field': error('An element names a field that does not exist.', 'Choose another field.'),
  'field-not-settable': error(
    'A step sets a field of the type file.',
    'Choose another field: files are attached by people.',
  ),
  'choice-without-options': error('A choice field has no options.', 'Add options.'),
  'condition-invalid': error('An expression cannot be used.', 'Correct the expression.'),
  'field-may-be-empty': error(
    'An expression reads a field that is not surely set there (E7).',
    'Make the field required before, or say what holds when it is empty.',
  ),
  'template-broken': error('A template has a placeholder that is not closed.', 'Close it with }}.'),
  'unknown-variable': error('A template names a value that does not exist.', 'Correct the name.'),
  'variable-may-be-empty': error(
    'A template shows a value that is not surely set there.',
    'Add a fallback, or make the field required before.',
  ),

  'stage-without-verb': warning(
    'The name of a stage is not an action.',
    'Begin the name with a verb: “Send the offer”, not “Offer”.',
  ),
  'stage-without-deadline': warning('A stage has no deadline.', 'Set a deadline.'),
  'path-over-deadline': warning(
    'The longest path of task times takes more time than the stage has.',
    'Lengthen the deadline, or shorten tasks on the path.',
  ),
  'name-long': warning('A name is too long for the board.', 'Shorten it.'),
} as const satisfies Record<string, CodeEntry>;

export type ProblemCode = keyof typeof problemCodes;
