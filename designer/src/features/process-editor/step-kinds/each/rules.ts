import { firstField } from '../first-field.ts';
import { kindRules, none, work } from '../kind-rules.ts';

/** What commands know about the kind `each`. */
export const eachRules = kindRules<'each'>({
  ...work,
  name: 'For each',
  make: (id, { fields }) => ({
    id,
    kind: 'each',
    name: 'For each item',
    mandatory: true,
    over: { kind: 'list', field: firstField(fields, 'choices') },
    assign: { kind: 'owner' },
    form: [],
    shows: [],
    outcomes: [{ id: 'done', label: 'Done', passes: true }],
  }),
  whyPortStays: none,
  takePort: none,
  portCondition: none,
  renameSteps: none,
  neededFields: ['over.field'],
});
