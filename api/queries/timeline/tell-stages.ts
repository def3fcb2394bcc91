import { drawnStage } from '#core/drawing/drawn-step.ts';
import type { Telling, FactOf, Sentence } from './sentence.ts';
import { sentence, stageName, stepName } from './sentence.ts';
import { operandsText, unmetWords } from '../../words/unmet-words.ts';

type StageFact = FactOf<
  'RunStarted' | 'StageEntered' | 'StageLeft' | 'GateOverridden' | 'RunClosed'
>;

function exitName({ drawing }: Telling, { stage, element }: FactOf<'StageLeft'>): string {
  const drawn = drawnStage(drawing, stage);
  return drawn?.exits.find(({ id }) => id === element)?.name || 'the way on';
}

/** Why a deal left its stage. */
function leftBecause(telling: Telling, fact: FactOf<'StageLeft'>): string {
  const read = operandsText(telling.drawing, fact.operands);
  switch (fact.mode) {
    case 'manual':
      return `${telling.actor} chose “${exitName(telling, fact)}”.`;
    case 'auto':
      return read ? `Everything is done, and ${read}.` : 'Everything that was mandatory is done.';
    case 'event':
      return 'An event asked for it.';
    case 'leave':
      return `The step “${stepName(telling, { stage: fact.stage, step: fact.element })}” was reached.`;
  }
}

const arrival: Partial<Record<FactOf<'StageEntered'>['via'], string>> = {
  reopened: 'It was reopened here.',
  continued: 'It came from another process.',
};

function enteredBecause({ via, visit }: FactOf<'StageEntered'>): string | null {
  return arrival[via] ?? (visit > 1 ? `Visit ${visit} of this stage.` : null);
}

function tellClosed(telling: Telling, fact: FactOf<'RunClosed'>): Sentence {
  if (fact.outcome === 'continued')
    return sentence('process', 'The deal goes on in another process');
  const { won, lost } = telling.drawing.outcomes;
  const { reasons } = fact.outcome === 'lost' ? lost : won;
  const labels = fact.reasons.map((id) => reasons.find((each) => each.id === id)?.label ?? id);
  const why = [labels.join(', '), telling.textOf(fact.note)].filter(Boolean).join('. ');
  const by = fact.by === null ? 'The deal is' : `${telling.actor} marked the deal as`;
  return sentence(
    fact.by === null ? 'process' : 'people',
    `${by} ${fact.outcome}`,
    why ? `${why}.` : null,
  );
}

/** Sentences about where the deal is. */
export function tellStage(telling: Telling, fact: StageFact): Sentence {
  switch (fact.type) {
    case 'RunStarted':
      return sentence('process', 'The deal was registered', null);
    case 'StageEntered':
      return sentence(
        fact.by === null ? 'process' : 'people',
        `The deal reached “${stageName(telling, fact.stage)}”`,
        enteredBecause(fact),
      );
    case 'StageLeft':
      return sentence(
        fact.mode === 'manual' ? 'people' : 'decision',
        `The deal left “${stageName(telling, fact.stage)}” for “${stageName(telling, fact.to)}”`,
        leftBecause(telling, fact),
      );
    case 'GateOverridden': {
      const missing = fact.unmet.map((each) => unmetWords(telling.drawing, each).label).join(', ');
      const reason = telling.textOf(fact.reason, 'override');
      const why = [reason && `“${reason}”`, missing && `Missing: ${missing}.`].filter(Boolean);
      return sentence(
        'people',
        `${telling.actor} passed the gate by override`,
        why.join(' ') || null,
      );
    }
    case 'RunClosed':
      return tellClosed(telling, fact);
  }
}
