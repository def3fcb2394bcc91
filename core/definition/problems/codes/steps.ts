import { error, warning, type CodeEntry } from './code-entry.ts';

/** What each kind of step needs. */
export const stepsCodes = {
  'branch-without-default': error(
    'A branch has no default, so a deal could fit no case.',
    'Add a default.',
  ),
  'branch-without-cases': warning('A branch has no cases.', 'Add a case, or remove the branch.'),
  'no-passing-outcome': error('No outcome of a task passes.', 'Let one outcome pass.'),
  'each-need-too-large': error(
    'More items must pass than there can be (E8).',
    'Lower the number, or let people add items.',
  ),
  'approval-need-too-large': error(
    'An approval needs more people than are asked.',
    'Lower the number, or add approvers.',
  ),
  'approval-limit-gap': warning(
    'Every approver has a limit, so nobody may approve a value above all of them.',
    'Add an approver without a limit.',
  ),
  'approval-undecidable': error(
    'Too few of those whom an approval asks may decide it: nobody approves their own work, or twice (E3).',
    'Ask somebody else.',
  ),
  'step-not-before': error(
    'An approval leaves out whoever did a step that does not come before it.',
    'Choose a step before it, or link them.',
  ),
  'approval-voids-itself': error(
    'A step behind an approval sets a field that voids it, so what is approved is changed at once (E14).',
    'Put that step before the approval, or take the field from what voids it.',
  ),
  'approval-voided-behind': warning(
    'Behind an approval people, another process or a condition may change a field that voids it (E14).',
    'Put that step before the approval, unless it is meant.',
  ),
  'starts-with-stage': warning(
    'A step starts with its stage, and in the published version it waits for another.',
    'Link it to a step before it, unless it is meant. What mails, calls or starts a process must be confirmed when publishing.',
  ),
  'wait-without-timeout': error(
    'A wait for an event or a process has no time-out (E17).',
    'Set a time-out.',
  ),
  'deal-needs-person': error(
    'A deal is handed to a queue, but it has exactly one owner.',
    'Choose a person, or how the department chooses one.',
  ),
  'recipient-without-task': error(
    'A notice goes to the assignee or the department lead of a task, but it has no task.',
    'Choose the owner, the managers or a person.',
  ),
  'task-without-playbook': warning(
    'A task does not say how it is done well.',
    'Write a playbook text.',
  ),
  'carried-with-successors': error(
    'Steps wait for a step that goes along when the stage is left (E11).',
    'Remove the links, or do not carry it.',
  ),
  'carry-not-later': error(
    'A step is carried until a stage that does not come later (E11).',
    'Choose a later stage.',
  ),
  'redo-without-inputs': error(
    'A step is done again when its inputs have changed, but it names none (E12).',
    'Name the fields that it depends on.',
  ),
  'only-while-instant': warning(
    'A step that is done in an instant has an “only while”.',
    'Make it the condition of the step.',
  ),
  'lock-once': warning(
    'A lock keeps a single step apart from nothing.',
    'Give it to another step too, or remove it.',
  ),
  'leave-holds-lock': error(
    'A step that leaves the stage shares a lock, so it and the others would wait for each other.',
    'Remove its lock.',
  ),
  'mail-not-written': error(
    'An e-mail has the text that a new one begins with.',
    'Write what the customer shall read.',
  ),
  'mail-may-not-go': warning(
    'Nothing says what happens when an e-mail does not go, and the contact may have no address (E27).',
    'Link “Not sent” to what is done instead.',
  ),
  'score-without-rules': warning('A score adds nothing up.', 'Add a rule, or remove the step.'),
  'tiers-not-descending': error(
    'A tier of a score is never reached.',
    'Order the tiers from the highest.',
  ),
  'webhook-url': error(
    'The address of a webhook is malformed, not encrypted, private, or has a password or a placeholder.',
    'Write a public address that begins with https://.',
  ),
  'webhook-local': warning(
    'A webhook calls the machine that it runs on.',
    'Write a public address before customers use it.',
  ),
} as const satisfies Record<string, CodeEntry>;
