import { newMail } from '#core/drawing/new-mail.ts';
import { automatic, kindRules, none } from '../kind-rules.ts';

/** What commands know about the kind `email`. */
export const emailRules = kindRules<'email'>({
  ...automatic,
  name: 'E-mail',
  make: (id) => ({ id, kind: 'email', name: 'New e-mail', mandatory: true, ...newMail }),
  whyPortStays: none,
  takePort: none,
  portCondition: none,
  renameSteps: none,
  neededFields: [],
});
