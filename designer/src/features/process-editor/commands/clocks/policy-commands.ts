import type { Drawing } from '#core/drawing/drawing.ts';
import type { EscalationPolicy } from '#core/drawing/escalation-policy.ts';
import { isWork } from '../../step-kinds/rules-of-kinds.ts';
import { holdersOf } from '../../state/selection.ts';
import type { Command, Refusal } from '../command.ts';
import { editOf, type Edit } from '../edit-of.ts';
import { newId } from '../new-id.ts';

/** Adds an escalation policy with two levels: the assignee when due, their lead a day later. */
export function addPolicy(drawing: Drawing): { command: Command; id: string } {
  const policy: EscalationPolicy = {
    id: newId('policy'),
    name: `Policy ${drawing.policies.length + 1}`,
    levels: [
      { id: newId('level'), offset: { n: 0, unit: 'bh' }, to: [{ kind: 'assignee' }] },
      { id: newId('level'), offset: { n: 1, unit: 'bd' }, to: [{ kind: 'departmentLead' }] },
    ],
  };
  const command = {
    label: `Add ${policy.name}`,
    recipe: (draft: Drawing) => void draft.policies.push(policy),
  };
  return { command, id: policy.id };
}

export function editPolicy(
  drawing: Drawing,
  id: string,
  edit: Edit<EscalationPolicy>,
): Command | Refusal {
  const find = (draft: Drawing) => draft.policies.find((one) => one.id === id);
  const policy = find(drawing);
  if (!policy) return { refused: 'This policy is no longer in the process.' };
  return editOf(edit, policy.name, `policy:${id}`, find);
}

/** Removes a policy; stages, steps and clocks that used it have none afterwards. */
export function deletePolicy(drawing: Drawing, id: string): Command | Refusal {
  const policy = drawing.policies.find((one) => one.id === id);
  if (!policy) return { refused: 'This policy is no longer in the process.' };
  return {
    label: `Delete ${policy.name}`,
    removes: true,
    recipe: (draft) => {
      draft.policies = draft.policies.filter((one) => one.id !== id);
      const work = holdersOf(draft).flatMap(({ steps }) => steps.filter(isWork));
      for (const user of [...draft.stages, ...work, ...(draft.clocks ?? [])]) {
        if (user.policy === id) delete user.policy;
      }
    },
  };
}
