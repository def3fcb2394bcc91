import type { Assignee } from '#core/drawing/people.ts';
import type { Step } from '#core/drawing/step.ts';

/** Whom a step, or one part or item of it, is drawn for; undefined for steps that nobody works on. */
export function assigneeOf(step: Step | undefined, item?: string | null): Assignee | undefined {
  switch (step?.kind) {
    case 'task':
      return step.assign;
    case 'approval':
      return approverOf(step, item)?.to;
    case 'each':
      if (step.over.kind === 'departments' && item && step.over.departments.includes(item))
        return { kind: 'department', department: item };
      return step.assign;
    default:
      return undefined;
  }
}

/** The approver whose part it is: `<approver>`, or `<approver>:2` for the second of several. */
export function approverOf(
  step: Extract<Step, { kind: 'approval' }>,
  item: string | null | undefined,
) {
  const [id] = (item ?? '').split(':');
  return step.approvers.find((each) => each.id === id);
}
