import { drawnStep } from '#core/drawing/drawn-step.ts';
import { itemName, sentence, stepName } from './sentence.ts';
import type { FactOf, Sentence, Telling } from './sentence.ts';

type ItemFact = FactOf<'ItemAdded' | 'ItemEnded' | 'EachEnded' | 'AttemptEnded'>;

function outcomeLabel(
  { drawing }: Telling,
  { stage, step, outcome }: { stage: string; step: string; outcome: string },
): string {
  const drawn = drawnStep(drawing, stage, step);
  const outcomes = drawn?.kind === 'task' || drawn?.kind === 'each' ? drawn.outcomes : [];
  return outcomes.find(({ id }) => id === outcome)?.label ?? outcome;
}

/** Sentences about work that is done for several items, or several times. */
export function tellItem(telling: Telling, fact: ItemFact): Sentence {
  const { item: _, ...ofStep } = fact;
  const whole = stepName(telling, ofStep);
  switch (fact.type) {
    case 'ItemAdded':
      return sentence(
        'people',
        `${telling.actor} added ${itemName(telling, { ...fact, item: fact.item ?? '' })} to “${whole}”`,
      );
    case 'ItemEnded':
      return sentence(
        'people',
        `${telling.actor} completed “${stepName(telling, fact)}”`,
        `Outcome: ${outcomeLabel(telling, fact)}.`,
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
        `An attempt of “${whole}” ended: ${outcomeLabel(telling, fact)}`,
        fact.next ? 'It will be tried again.' : 'No attempt is left.',
      );
  }
}
