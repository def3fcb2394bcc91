import { mailWords } from '#core/describe/mail-words.ts';
import { fieldText } from '../../describe/field-text.ts';
import { incidentCause, operandsText } from '../../describe/unmet-words.ts';
import type { FactOf, Sentence, SentenceContext } from './sentence.ts';
import { fieldLabels, stageName, stepName } from './sentence.ts';

export type OtherFact = FactOf<
  | 'MailRequested'
  | 'MailSettled'
  | 'MailDecided'
  | 'Notified'
  | 'FieldsUpdated'
  | 'ResultRounded'
  | 'FieldsSet'
  | 'OwnerSet'
  | 'IncidentOpened'
  | 'IncidentResolved'
>;

const resolved = {
  retried: 'the incident was tried again',
  skipped: 'the incident was skipped',
  managersAsked: 'the incident was put to the managers',
  oneMore: 'one more round was allowed',
  cleared: 'the incident was cleared',
} as const;

function describeIncident(context: SentenceContext, fact: FactOf<'IncidentOpened'>): Sentence {
  const { stage, step } = fact;
  const name = step === undefined ? stageName(context, stage) : stepName(context, { stage, step });
  const read = operandsText(context.drawing, fact.operands);
  const reason = [incidentCause(fact.code), read].filter(Boolean).join(': ');
  return { kind: 'process', title: `“${name}” could not go on`, reason: `${reason}.` };
}

/** The exact result is said in minor units: it has no money's text of its own. */
function describeRounded({ drawing }: SentenceContext, fact: FactOf<'ResultRounded'>): Sentence {
  const field = drawing.fields.find(({ id }) => id === fact.field);
  const set = field ? fieldText(field, fact.value, drawing.currency) : String(fact.value);
  const read = operandsText(drawing, fact.operands);
  return {
    kind: 'process',
    title: `${field?.label ?? fact.field} was rounded to ${set}`,
    reason: [`Computed were ${fact.exact} minor units`, read].filter(Boolean).join(': ') + '.',
  };
}

function describeMailDecision(context: SentenceContext, fact: FactOf<'MailDecided'>): Sentence {
  const mail = `the mail “${stepName(context, fact)}”`;
  const title =
    fact.decision === 'accepted'
      ? `${context.actor} counted ${mail} as accepted`
      : `${context.actor} had ${mail} sent again`;
  return { kind: 'people', title, reason: 'The mail server never answered.' };
}

/** Sentences about mail, notices, fields, owner and incidents. */
export function describeOther(context: SentenceContext, fact: OtherFact): Sentence {
  switch (fact.type) {
    case 'MailRequested':
      return {
        kind: 'mail',
        title: `The mail “${stepName(context, fact)}” is on its way`,
        reason: null,
      };
    case 'MailSettled':
      return fact.result === 'sent'
        ? {
            kind: 'mail',
            title: `The mail “${stepName(context, fact)}” was sent`,
            reason: fact.late ? 'The deal was closed by then.' : null,
          }
        : {
            kind: 'mail',
            title: `The mail “${stepName(context, fact)}” was not sent`,
            reason: mailWords(fact.why),
          };
    case 'MailDecided':
      return describeMailDecision(context, fact);
    case 'Notified':
      return {
        kind: 'process',
        title: `“${stepName(context, fact)}”: people were told`,
        reason: null,
      };
    case 'FieldsUpdated':
      return { kind: 'process', title: `“${stepName(context, fact)}” set fields`, reason: null };
    case 'ResultRounded':
      return describeRounded(context, fact);
    case 'FieldsSet': {
      const labels = fieldLabels(context, fact.fields);
      return {
        kind: 'people',
        title: `${context.actor} changed fields`,
        reason: labels ? `${labels}.` : null,
      };
    }
    case 'OwnerSet':
      return {
        kind: fact.by === null ? 'decision' : 'people',
        title: `The deal went to ${context.nameOf(fact.owner)}`,
        reason:
          fact.by === null ? 'The process handed it over.' : `${context.actor} handed it over.`,
      };
    case 'IncidentOpened':
      return describeIncident(context, fact);
    case 'IncidentResolved': {
      const said = context.textOf(fact.reason);
      const isByItself = fact.by === null && fact.as === 'cleared';
      return {
        kind: fact.by === null ? 'process' : 'people',
        title: isByItself
          ? 'An incident was cleared by itself'
          : `${context.actor}: ${resolved[fact.as]}`,
        reason: said && `“${said}”`,
      };
    }
  }
}
