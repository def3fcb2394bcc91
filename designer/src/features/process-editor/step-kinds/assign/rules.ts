import { automatic, kindRules, none } from '../kind-rules.ts';

/** What commands know about the kind `assign`. */
export const assignRules = kindRules<'assign'>({
  ...automatic,
  name: 'Assign',
  make: (id) => ({
    id,
    kind: 'assign',
    name: 'Assign',
    mandatory: true,
    what: 'deal',
    to: { kind: 'owner' },
  }),
  whyPortStays: none,
  takePort: none,
  portCondition: none,
  renameSteps: (step, idOf) => {
    if (step.what === 'deal') return;
    const id = idOf(step.what.step);
    if (id === undefined) step.what = 'deal';
    else step.what.step = id;
  },
  neededFields: [],
});
