import { isEndTarget } from '#core/drawing/drawing.ts';
import type { FactOf, Sentence, Telling } from './sentence.ts';
import { fieldLabels, stageName, stepName } from './sentence.ts';

type ClockFact = FactOf<'ClockBreached' | 'Escalated' | 'EscalationSuperseded' | 'ClockMoved'>;

/** What a clock measures: '“Price the system”' or 'the stage “Prepare the offer”'. */
function measured(telling: Telling, { stage, step }: { stage: string; step?: string }): string {
  if (step !== undefined) return `“${stepName(telling, { stage, step })}”`;
  return isEndTarget(stage) ? 'the deal' : `the stage “${stageName(telling, stage)}”`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Sentences about deadlines and who was told. */
export function tellClock(telling: Telling, fact: ClockFact): Sentence {
  switch (fact.type) {
    case 'ClockBreached':
      return {
        kind: 'clock',
        title: `${capital(measured(telling, fact))} is overdue`,
        reason: `It was due ${telling.instant(fact.due)}.`,
      };
    case 'Escalated':
      return {
        kind: 'clock',
        title: `Level “${fact.level}” was raised for ${measured(telling, fact)}`,
        reason: `Its due is ${telling.instant(fact.due)}.`,
      };
    case 'EscalationSuperseded':
      return {
        kind: 'clock',
        title: `Level “${fact.level}” was left out for ${measured(telling, fact)}`,
        reason: `The higher level “${fact.by}” was due as well.`,
      };
    case 'ClockMoved':
      return {
        kind: 'clock',
        title: `The due of ${measured(telling, fact)} moved`,
        reason: `“${fieldLabels(telling, [fact.field])}” was changed.`,
      };
  }
}
