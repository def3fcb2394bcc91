import { incidentCause, operandsText } from '../../words/unmet-words.ts';
import { webhookWords } from '#core/words/webhook-words.ts';
import { sentence, stepName } from './sentence.ts';
import type { FactOf, Sentence, Telling } from './sentence.ts';

export type MachineFact = FactOf<
  | 'WebhookRequested'
  | 'WebhookSettled'
  | 'ProcessRequested'
  | 'ProcessStarted'
  | 'ProcessEnded'
  | 'FollowUpRequested'
  | 'FollowUpSkipped'
>;

const closedByThen = 'The deal was closed by then.';

function tellWebhook(telling: Telling, fact: FactOf<'WebhookSettled'>): Sentence {
  const name = stepName(telling, fact);
  if (fact.result === 'delivered')
    return sentence('process', `“${name}” was delivered`, fact.late ? closedByThen : null);
  return sentence('process', `“${name}” was not delivered`, webhookWords(fact.why));
}

/** Sentences about other systems and other deals. */
export function tellMachine(telling: Telling, fact: MachineFact): Sentence {
  switch (fact.type) {
    case 'WebhookRequested':
      return sentence('process', `“${stepName(telling, fact)}” is on its way`);
    case 'WebhookSettled':
      return tellWebhook(telling, fact);
    case 'ProcessRequested':
      return sentence('process', `“${stepName(telling, fact)}” starts ${fact.process}`);
    case 'ProcessStarted':
      return sentence(
        'process',
        `${telling.dealOf(fact.deal)} was started`,
        `“${stepName(telling, fact)}” asked for it.`,
      );
    case 'ProcessEnded':
      return sentence(
        'process',
        `${telling.dealOf(fact.deal)} is ${fact.outcome}`,
        fact.late ? closedByThen : `“${stepName(telling, fact)}” was waiting for it.`,
      );
    case 'FollowUpRequested':
      return sentence('process', `${fact.process} follows`, 'The outcome of the deal starts it.');
    case 'FollowUpSkipped':
      return sentence(
        'process',
        `${fact.process} was not started`,
        `${incidentCause(fact.code)}: ${operandsText(telling.drawing, fact.operands)}.`,
      );
  }
}
