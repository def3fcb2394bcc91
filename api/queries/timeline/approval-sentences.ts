import { quoted, sentence, stepName, fieldLabels } from './sentence.ts';
import type { FactOf, Sentence, SentenceContext } from './sentence.ts';

type ApprovalFact = FactOf<
  'ApprovalDecided' | 'ApprovalEnded' | 'ApprovalVoided' | 'ManagersAsked'
>;

/** Sentences about approvals: each word that was given, and what came of them together. */
export function describeApproval(context: SentenceContext, fact: ApprovalFact): Sentence {
  const name = stepName(context, fact);
  switch (fact.type) {
    case 'ApprovalDecided': {
      const verb = fact.decision === 'approved' ? 'approved' : 'rejected';
      return sentence('people', `${context.actor} ${verb} “${name}”`, quoted(context, fact.note));
    }
    case 'ManagersAsked':
      return sentence(
        'people',
        `${context.actor} asked the managers to decide “${name}”`,
        'Nobody whom it asked may decide it.',
      );
    case 'ApprovalEnded':
      return sentence(
        'decision',
        `“${name}” was ${fact.port}`,
        `${fact.approvals} of ${fact.need} approvals were given.`,
      );
    case 'ApprovalVoided':
      return sentence(
        'decision',
        `The approval “${name}” no longer holds`,
        `“${fieldLabels(context, [fact.field])}” was changed after it was given.`,
      );
  }
}
