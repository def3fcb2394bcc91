import { incidentCause, operandsText } from '../../describe/unmet-words.ts';
import { webhookWords } from '#core/describe/webhook-words.ts';
import { sentence, stepName } from './sentence.ts';
import type { FactOf, Sentence, SentenceContext } from './sentence.ts';

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

function describeWebhook(context: SentenceContext, fact: FactOf<'WebhookSettled'>): Sentence {
  const name = stepName(context, fact);
  if (fact.result === 'delivered')
    return sentence('process', `“${name}” was delivered`, fact.late ? closedByThen : null);
  return sentence('process', `“${name}” was not delivered`, webhookWords(fact.why));
}

/** Sentences about other systems and other deals. */
export function describeMachine(context: SentenceContext, fact: MachineFact): Sentence {
  switch (fact.type) {
    case 'WebhookRequested':
      return sentence('process', `“${stepName(context, fact)}” is on its way`);
    case 'WebhookSettled':
      return describeWebhook(context, fact);
    case 'ProcessRequested':
      return sentence('process', `“${stepName(context, fact)}” starts ${fact.process}`);
    case 'ProcessStarted':
      return sentence(
        'process',
        `${context.dealOf(fact.deal)} was started`,
        `“${stepName(context, fact)}” asked for it.`,
      );
    case 'ProcessEnded':
      return sentence(
        'process',
        `${context.dealOf(fact.deal)} is ${fact.outcome}`,
        fact.late ? closedByThen : `“${stepName(context, fact)}” was waiting for it.`,
      );
    case 'FollowUpRequested':
      return sentence('process', `${fact.process} follows`, 'The outcome of the deal starts it.');
    case 'FollowUpSkipped':
      return sentence(
        'process',
        `${fact.process} was not started`,
        `${incidentCause(fact.code)}: ${operandsText(context.drawing, fact.operands)}.`,
      );
  }
}
