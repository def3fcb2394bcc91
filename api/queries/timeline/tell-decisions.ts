import { portsOf } from '#core/drawing/ports.ts';
import type { StepOverReason } from '#core/run/contract/fact.ts';
import { drawnStep } from '#core/drawing/drawn-step.ts';
import { operandsText } from '../../words/unmet-words.ts';
import type { FactOf, Sentence, Telling } from './sentence.ts';
import { fieldLabels, sentence, stepName } from './sentence.ts';

type DecisionFact = FactOf<
  | 'Scored'
  | 'StepSkipped'
  | 'StepSteppedOver'
  | 'BranchTaken'
  | 'LinkCut'
  | 'WaitStarted'
  | 'WaitMoved'
  | 'WaitEnded'
  | 'EventReceived'
>;

const steppedOver: Record<StepOverReason, string> = {
  condition: 'Its condition does not hold',
  notNeeded: 'It is not needed',
  waived: 'It was waived',
  operator: 'It was skipped after an incident',
  onlyWhile: 'What it is done for no longer holds',
  addedBehind: 'It was added behind what is done already',
};

function portLabel({ drawing }: Telling, fact: { stage: string; step: string; port: string }) {
  const drawn = drawnStep(drawing, fact.stage, fact.step);
  return (drawn && portsOf(drawn).find(({ id }) => id === fact.port)?.label) ?? fact.port;
}

function tellSteppedOver(telling: Telling, fact: FactOf<'StepSteppedOver'>): Sentence {
  const read = operandsText(telling.drawing, fact.operands);
  const said = telling.textOf(fact.reason, 'override') ?? telling.textOf(fact.reason);
  const why = [steppedOver[fact.why], said ? `“${said}”` : read].filter(Boolean).join(': ');
  const name = stepName(telling, fact);
  if (fact.by === null)
    return { kind: 'decision', title: `“${name}” was stepped over`, reason: `${why}.` };
  const verb = fact.why === 'waived' ? 'waived' : fact.why === 'operator' ? 'skipped' : 'left out';
  return {
    kind: 'people',
    title: `${telling.actor} ${verb} “${name}”`,
    reason: said ? `“${said}”` : null,
  };
}

function tellWaitEnded(telling: Telling, fact: FactOf<'WaitEnded'>): Sentence {
  const title = `“${stepName(telling, fact)}” ended: ${portLabel(telling, fact)}`;
  if (fact.by === null) return { kind: 'clock', title, reason: null };
  const said = telling.textOf(fact.reason);
  return {
    kind: 'people',
    title: `${telling.actor} ended “${stepName(telling, fact)}”: ${portLabel(telling, fact)}`,
    reason: said && `“${said}”`,
  };
}

function tellScored(telling: Telling, fact: FactOf<'Scored'>): Sentence {
  const drawn = drawnStep(telling.drawing, fact.stage, fact.step);
  const tiers = drawn?.kind === 'score' ? drawn.tiers : undefined;
  const field = telling.drawing.fields.find(({ id }) => id === tiers?.field);
  const tier = field?.options?.find(({ value }) => value === fact.tier)?.label ?? fact.tier;
  const read = operandsText(telling.drawing, fact.operands);
  return sentence(
    'decision',
    `“${stepName(telling, fact)}” came to ${fact.points} points${tier ? `, ${tier}` : ''}`,
    read ? `${read}.` : null,
  );
}

function lacking(telling: Telling, field: string): string {
  return `It is paused until there is a date in “${fieldLabels(telling, [field])}”.`;
}

/** Sentences about which way the process went, with what it read. */
export function tellDecision(telling: Telling, fact: DecisionFact): Sentence {
  switch (fact.type) {
    case 'Scored':
      return tellScored(telling, fact);
    case 'StepSkipped':
      return {
        kind: 'decision',
        title: `“${stepName(telling, fact)}” was skipped`,
        reason: 'No path leads to it any more.',
      };
    case 'StepSteppedOver':
      return tellSteppedOver(telling, fact);
    case 'BranchTaken': {
      const read = operandsText(telling.drawing, fact.operands);
      return {
        kind: 'decision',
        title: `“${stepName(telling, fact)}” went ${portLabel(telling, fact)}`,
        reason: read ? `${read}.` : null,
      };
    }
    case 'LinkCut': {
      const read = operandsText(telling.drawing, fact.operands);
      return {
        kind: 'decision',
        title: `A path after “${stepName(telling, fact)}” was cut`,
        reason: read ? `Its condition does not hold: ${read}.` : 'Its condition does not hold.',
      };
    }
    case 'WaitStarted':
      return {
        kind: 'clock',
        title: `“${stepName(telling, fact)}” began`,
        reason: fact.lacks === undefined ? null : lacking(telling, fact.lacks),
      };
    case 'WaitMoved':
      return {
        kind: 'clock',
        title: `The end of “${stepName(telling, fact)}” moved`,
        reason: fact.lacks
          ? lacking(telling, fact.field)
          : `“${fieldLabels(telling, [fact.field])}” was changed.`,
      };
    case 'WaitEnded':
      return tellWaitEnded(telling, fact);
    case 'EventReceived':
      return {
        kind: 'process',
        title: `The event “${fact.name}” came`,
        reason: fact.reached.length > 0 ? null : 'No step was waiting for it.',
      };
  }
}
