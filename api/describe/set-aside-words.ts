import type { SetAsideRow } from '../contract/session.ts';

type Words = Pick<SetAsideRow, 'what' | 'remedy'>;

const words: Record<SetAsideRow['kind'], Words> = {
  mail: {
    what: 'A notice by mail',
    remedy: 'Put right what the cause names, then retry. The bell list shows the notice already.',
  },
  mailResult: {
    what: 'The result of a mail',
    remedy: 'The mail itself is settled; its deal has not heard it. Put the row right, then retry.',
  },
  webhook: {
    what: 'A webhook',
    remedy: 'Put right what the cause names, then retry.',
  },
  webhookResult: {
    what: 'The result of a webhook',
    remedy: 'The call itself is settled; its deal has not heard it. Put the row right, then retry.',
  },
  start: {
    what: 'The start of a deal',
    remedy:
      'Put right what the cause names (publish the process, if it has no version), then retry.',
  },
  signal: {
    what: 'A message from one deal to another',
    remedy: 'Put right what the cause names, then retry.',
  },
};

const byIncident = 'Open the deal: the incident there asks whether to retry or to skip the step.';

/** What could not be worked on, and what to do about it. */
export function setAsideWords(kind: SetAsideRow['kind'], hasIncident: boolean): Words {
  if (!hasIncident) return words[kind];
  return { what: kind === 'mail' ? 'A mail to the customer' : 'A webhook', remedy: byIncident };
}
