import { automatic, kindRules, none } from '../kind-rules.ts';

/** What commands know about the kind `update`. */
export const updateRules = kindRules<'update'>({
  ...automatic,
  name: 'Set fields',
  make: (id) => ({ id, kind: 'update', name: 'Set fields', mandatory: true, set: [] }),
  whyPortStays: none,
  takePort: none,
  portCondition: none,
  renameSteps: none,
  neededFields: [],
});
