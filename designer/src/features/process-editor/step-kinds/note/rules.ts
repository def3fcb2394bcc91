import { automatic, kindRules, none } from '../kind-rules.ts';

/** What commands know about the kind `note`. */
export const noteRules = kindRules<'note'>({
  ...automatic,
  canBeMandatory: false,
  name: 'Note',
  make: (id) => ({ id, kind: 'note', name: 'Note', mandatory: false, text: 'What to know here' }),
  whyPortStays: none,
  takePort: none,
  portCondition: none,
  renameSteps: none,
  neededFields: [],
});
