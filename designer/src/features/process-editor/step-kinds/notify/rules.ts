import { automatic, kindRules, none } from '../kind-rules.ts';

/** What commands know about the kind `notify`. */
export const notifyRules = kindRules<'notify'>({
  ...automatic,
  canBeMandatory: false,
  name: 'Notify',
  make: (id) => ({
    id,
    kind: 'notify',
    name: 'Notify',
    mandatory: false,
    to: [{ kind: 'owner' }],
    message: 'Something to look at',
  }),
  whyPortStays: none,
  takePort: none,
  portCondition: none,
  renameSteps: none,
  neededFields: [],
});
