import { casesAsCondition } from './cases-as-condition.ts';
import { newId } from '../../commands/new-id.ts';
import { automatic, kindRules, none } from '../kind-rules.ts';

/** What commands know about the kind `branch`. */
export const branchRules = kindRules<'branch'>({
  ...automatic,
  // Nothing else follows its cases yet.
  ledOnBy: 'every port',
  name: 'Branch',
  make: (id) => ({
    id,
    kind: 'branch',
    name: 'New branch',
    mandatory: true,
    cases: [{ port: newId('case'), label: 'Yes', when: '' }],
    default: { port: 'otherwise', label: 'Otherwise' },
  }),
  whyPortStays: none,
  takePort: (step, port) => {
    step.cases = step.cases.filter((one) => one.port !== port);
    if (step.default?.port === port) delete step.default;
  },
  portCondition: casesAsCondition,
  renameSteps: none,
  neededFields: [],
});
