import { automatic, kindRules, none } from '../kind-rules.ts';

/** What commands know about the kind `wait`. */
export const waitRules = kindRules<'wait'>({
  ...automatic,
  name: 'Wait',
  make: (id) => ({
    id,
    kind: 'wait',
    name: 'Wait',
    mandatory: true,
    for: { kind: 'time', duration: { n: 2, unit: 'bd' } },
  }),
  whyPortStays: none,
  takePort: none,
  portCondition: none,
  renameSteps: none,
  neededFields: [],
});
