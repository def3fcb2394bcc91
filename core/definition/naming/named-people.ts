import type { NamedAssignee } from '../../step-kinds/drawn-kind.ts';
import { drawnKindOf, type Step } from '../../step-kinds/drawn-kinds.ts';

/** The assignee of a task and those of its cases, the approvers of an approval, the one that is handed over to. */
export function assigneesOf(step: Step): Iterable<NamedAssignee> {
  return drawnKindOf(step).assignees(step);
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
