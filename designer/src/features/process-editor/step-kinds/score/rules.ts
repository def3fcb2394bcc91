import { firstField } from '../first-field.ts';
import { automatic, kindRules, none } from '../kind-rules.ts';

/** What commands know about the kind `score`. */
export const scoreRules = kindRules<'score'>({
  ...automatic,
  name: 'Score',
  make: (id, { fields }) => ({
    id,
    kind: 'score',
    name: 'Score the deal',
    mandatory: true,
    rules: [{ label: 'First rule', when: '', points: 10 }],
    field: firstField(fields, 'number'),
  }),
  whyPortStays: none,
  takePort: none,
  portCondition: none,
  renameSteps: none,
  neededFields: ['field'],
});
