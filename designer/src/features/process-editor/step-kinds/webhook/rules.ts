import { automatic, kindRules, none } from '../kind-rules.ts';

/** What commands know about the kind `webhook`. */
export const webhookRules = kindRules<'webhook'>({
  ...automatic,
  name: 'Webhook',
  make: (id) => ({
    id,
    kind: 'webhook',
    name: 'Call a webhook',
    mandatory: true,
    url: 'https://',
    sends: [],
  }),
  whyPortStays: none,
  takePort: none,
  portCondition: none,
  renameSteps: none,
  neededFields: [],
});
