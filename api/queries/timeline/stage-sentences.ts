import { drawnStage } from '#core/drawing/drawn-step.ts';
import type { SentenceContext, FactOf, Sentence } from './sentence.ts';
import { sentence, stageName, stepName } from './sentence.ts';
import { operandsText, unmetWords } from '../../describe/unmet-words.ts';

type StageFact = FactOf<
  'RunStarted' | 'StageEntered' | 'StageLeft' | 'GateOverridden' | 'RunClosed'
>;

function exitName({ drawing }: SentenceContext, { stage, element }: FactOf<'StageLeft'>): string {
  const drawn = drawnStage(drawing, stage);
  return drawn?.exits.find(({ id }) => id === element)?.name || 'the way on';
}

/** Why a deal left its stage. */
function leftBecause(context: SentenceContext, fact: FactOf<'StageLeft'>): string {
  const read = operandsText(context.drawing, fact.operands);
  switch (fact.mode) {
    case 'manual':
      return `${context.actor} chose “${exitName(context, fact)}”.`;
    case 'auto':
      return read ? `Everything is done, and ${read}.` : 'Everything that was mandatory is done.';
    case 'event':
      return 'An event asked for it.';
    case 'leave':
      return `The step “${stepName(context, { stage: fact.stage, step: fact.element })}” was reached.`;
  }
}

const arrival: Partial<Record<FactOf<'StageEntered'>['via'], string>> = {
  reopened: 'It was reopened here.',
  continued: 'It came from another process.',
};

function enteredBecause({ via, visit }: FactOf<'StageEntered'>): string | null {
  return arrival[via] ?? (visit > 1 ? `Visit ${visit} of this stage.` : null);
}

function describeClosed(context: SentenceContext, fact: FactOf<'RunClosed'>): Sentence {
  if (fact.outcome === 'continued')
    return sentence('process', 'The deal goes on in another process');
  const { won, lost } = context.drawing.outcomes;
  const { reasons } = fact.outcome === 'lost' ? lost : won;
  const labels = fact.reasons.map((id) => reasons.find((each) => each.id === id)?.label ?? id);
  const why = [labels.join(', '), context.textOf(fact.note)].filter(Boolean).join('. ');
  const by = fact.by === null ? 'The deal is' : `${context.actor} marked the deal as`;
  return sentence(
    fact.by === null ? 'process' : 'people',
    `${by} ${fact.outcome}`,
    why ? `${why}.` : null,
  );
}

/** Sentences about where the deal is. */
export function describeStage(context: SentenceContext, fact: StageFact): Sentence {
  switch (fact.type) {
    case 'RunStarted':
      return sentence('process', 'The deal was registered', null);
    case 'StageEntered':
      return sentence(
        fact.by === null ? 'process' : 'people',
        `The deal reached “${stageName(context, fact.stage)}”`,
        enteredBecause(fact),
      );
    case 'StageLeft':
      return sentence(
        fact.mode === 'manual' ? 'people' : 'decision',
        `The deal left “${stageName(context, fact.stage)}” for “${stageName(context, fact.to)}”`,
        leftBecause(context, fact),
      );
    case 'GateOverridden': {
      const missing = fact.unmet.map((each) => unmetWords(context.drawing, each).label).join(', ');
      const reason = context.textOf(fact.reason, 'override');
      const why = [reason && `“${reason}”`, missing && `Missing: ${missing}.`].filter(Boolean);
      return sentence(
        'people',
        `${context.actor} passed the gate by override`,
        why.join(' ') || null,
      );
    }
    case 'RunClosed':
      return describeClosed(context, fact);
  }
}
