import type { Assignee } from '../../drawing/people.ts';
import type { Step } from '../../drawing/step.ts';

/** Who gets the work of a step, and where that is drawn. */
export interface NamedAssignee {
  to: Assignee;
  fieldPath: string;
}

/** The assignee of a task and those of its cases, the approvers of an approval, the one that is handed over to. */
export function* assigneesOf(step: Step): Iterable<NamedAssignee> {
  switch (step.kind) {
    case 'task':
    case 'each':
      // Departments are themselves the assignees of their items.
      if (step.kind === 'each' && step.over.kind === 'departments') return;
      yield { to: step.assign, fieldPath: 'assign' };
      for (const [i, { to }] of (step.assignCases ?? []).entries()) {
        yield { to, fieldPath: `assignCases.${i}.to` };
      }
      return;
    case 'approval':
      for (const [i, { to }] of step.approvers.entries()) {
        yield { to, fieldPath: `approvers.${i}.to` };
      }
      return;
    case 'assign':
      return yield { to: step.to, fieldPath: 'to' };
    default:
  }
}

/** Keys of the departments that a step gives work to, and where they are drawn. */
export function* departmentsOf(step: Step): Iterable<{ department: string; fieldPath: string }> {
  for (const { to, fieldPath } of assigneesOf(step)) {
    if (to.kind !== 'department') continue;
    yield { department: to.department, fieldPath: `${fieldPath}.department` };
  }
  if (step.kind !== 'each' || step.over.kind !== 'departments') return;
  for (const [i, department] of step.over.departments.entries()) {
    yield { department, fieldPath: `over.departments.${i}` };
  }
}
