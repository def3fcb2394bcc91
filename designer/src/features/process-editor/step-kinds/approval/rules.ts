import { newId } from '../../commands/new-id.ts';
import { kindRules, none, work } from '../kind-rules.ts';

/** What commands know about the kind `approval`. */
export const approvalRules = kindRules<'approval'>({
  ...work,
  name: 'Approval',
  make: (id) => ({
    id,
    kind: 'approval',
    name: 'New approval',
    mandatory: true,
    approvers: [{ id: newId('approver'), to: { kind: 'role', role: 'manager' } }],
    shows: [],
  }),
  whyPortStays: none,
  takePort: none,
  portCondition: none,
  renameSteps: (step, idOf) => {
    if (step.notBy?.some((id) => idOf(id) !== id) !== true) return;
    step.notBy = step.notBy.flatMap((id) => idOf(id) ?? []);
  },
  neededFields: [],
});
