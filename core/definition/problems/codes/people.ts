import { error, warning, type CodeEntry } from './code-entry.ts';

/** Who does the work. */
export const peopleCodes = {
  'unknown-department': error('A department does not exist.', 'Choose another department.'),
  'pool-empty': error(
    'Nobody is in the department or role that gets a task or a notice, or nobody has the skill it asks for.',
    'Add members, or choose another assignee.',
  ),
  'need-uncovered': warning(
    'Work asks for a skill or territory by a field, and nobody has one of its values.',
    'Give the tag to somebody.',
  ),
  'department-without-calendar': error(
    'A department whose tasks have deadlines has no calendar.',
    'Set the calendar of the department.',
  ),
  'department-without-lead': warning(
    'An escalation goes to the lead of a department that has none, or whose lead is no longer active.',
    'Name a lead of the department.',
  ),
  'owner-without-department': warning(
    'An escalation goes to the lead of the owner’s department, and nobody who may own a deal is in one.',
    'Put them in a department, or tell the owner or the managers.',
  ),
  'unknown-person': error('A person does not exist.', 'Choose another person.'),
  'person-inactive': error('A person is no longer active.', 'Choose another person.'),
} as const satisfies Record<string, CodeEntry>;
