import { automatic, kindRules, none } from '../kind-rules.ts';

/** What commands know about the kind `process`. */
export const processRules = kindRules<'process'>({
  ...automatic,
  name: 'Process',
  make: (id) => ({
    id,
    kind: 'process',
    name: 'Start a process',
    mandatory: true,
    process: 'none',
    fields: [],
  }),
  whyPortStays: none,
  takePort: none,
  portCondition: none,
  renameSteps: none,
  neededFields: [],
});
