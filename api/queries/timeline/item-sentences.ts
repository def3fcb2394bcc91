import { drawnStep } from '#core/drawing/drawn-step.ts';
import { itemName, sentence, stepName } from './sentence.ts';
import type { FactOf, Sentence, SentenceContext } from './sentence.ts';

type ItemFact = FactOf<'ItemAdded' | 'ItemEnded' | 'EachEnded' | 'AttemptEnded'>;

function outcomeLabel(
  { drawing }: SentenceContext,
  { stage, step, outcome }: { stage: string; step: string; outcome: string },
): string {
  const drawn = drawnStep(drawing, stage, step);
  const outcomes = drawn?.kind === 'task' || drawn?.kind === 'each' ? drawn.outcomes : [];
  return outcomes.find(({ id }) => id === outcome)?.label ?? outcome;
}

/** Sentences about work that is done for several items, or several times. */
export function describeItem(context: SentenceContext, fact: ItemFact): Sentence {
  const { item: _, ...ofStep } = fact;
  const whole = stepName(context, ofStep);
  switch (fact.type) {
    case 'ItemAdded':
      return sentence(
        'people',
        `${context.actor} added ${itemName(context, { ...fact, item: fact.item ?? '' })} to “${whole}”`,
      );
    case 'ItemEnded':
      return sentence(
        'people',
        `${context.actor} completed “${stepName(context, fact)}”`,
        `Outcome: ${outcomeLabel(context, fact)}.`,
      );
    case 'EachEnded':
      return sentence(
        'decision',
        fact.port === 'short' ? `“${whole}” fell short` : `“${whole}” is complete`,
        fact.items === 0
          ? 'There was nothing to do.'
          : `${fact.passed} of ${fact.items} passed; ${fact.need} were needed.`,
      );
    case 'AttemptEnded':
      return sentence(
        'decision',
        `An attempt of “${whole}” ended: ${outcomeLabel(context, fact)}`,
        fact.next ? 'It will be tried again.' : 'No attempt is left.',
      );
  }
}
