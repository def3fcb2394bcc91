import { portsOf } from '#core/drawing/ports.ts';
import type { StepOverReason } from '#core/run/contract/fact.ts';
import { drawnStep } from '#core/drawing/drawn-step.ts';
import { operandsText } from '../../describe/unmet-words.ts';
import type { FactOf, Sentence, SentenceContext } from './sentence.ts';
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

function portLabel(
  { drawing }: SentenceContext,
  fact: { stage: string; step: string; port: string },
) {
  const drawn = drawnStep(drawing, fact.stage, fact.step);
  return (drawn && portsOf(drawn).find(({ id }) => id === fact.port)?.label) ?? fact.port;
}

function describeSteppedOver(context: SentenceContext, fact: FactOf<'StepSteppedOver'>): Sentence {
  const read = operandsText(context.drawing, fact.operands);
  const said = context.textOf(fact.reason, 'override') ?? context.textOf(fact.reason);
  const why = [steppedOver[fact.why], said ? `“${said}”` : read].filter(Boolean).join(': ');
  const name = stepName(context, fact);
  if (fact.by === null)
    return { kind: 'decision', title: `“${name}” was stepped over`, reason: `${why}.` };
  const verb = fact.why === 'waived' ? 'waived' : fact.why === 'operator' ? 'skipped' : 'left out';
  return {
    kind: 'people',
    title: `${context.actor} ${verb} “${name}”`,
    reason: said ? `“${said}”` : null,
  };
}

function describeWaitEnded(context: SentenceContext, fact: FactOf<'WaitEnded'>): Sentence {
  const title = `“${stepName(context, fact)}” ended: ${portLabel(context, fact)}`;
  if (fact.by === null) return { kind: 'clock', title, reason: null };
  const said = context.textOf(fact.reason);
  return {
    kind: 'people',
    title: `${context.actor} ended “${stepName(context, fact)}”: ${portLabel(context, fact)}`,
    reason: said && `“${said}”`,
  };
}

function describeScored(context: SentenceContext, fact: FactOf<'Scored'>): Sentence {
  const drawn = drawnStep(context.drawing, fact.stage, fact.step);
  const tiers = drawn?.kind === 'score' ? drawn.tiers : undefined;
  const field = context.drawing.fields.find(({ id }) => id === tiers?.field);
  const tier = field?.options?.find(({ value }) => value === fact.tier)?.label ?? fact.tier;
  const read = operandsText(context.drawing, fact.operands);
  return sentence(
    'decision',
    `“${stepName(context, fact)}” came to ${fact.points} points${tier ? `, ${tier}` : ''}`,
    read ? `${read}.` : null,
  );
}

function lacking(context: SentenceContext, field: string): string {
  return `It is paused until there is a date in “${fieldLabels(context, [field])}”.`;
}

/** Sentences about which way the process went, with what it read. */
export function describeDecision(context: SentenceContext, fact: DecisionFact): Sentence {
  switch (fact.type) {
    case 'Scored':
      return describeScored(context, fact);
    case 'StepSkipped':
      return {
        kind: 'decision',
        title: `“${stepName(context, fact)}” was skipped`,
        reason: 'No path leads to it any more.',
      };
    case 'StepSteppedOver':
      return describeSteppedOver(context, fact);
    case 'BranchTaken': {
      const read = operandsText(context.drawing, fact.operands);
      return {
        kind: 'decision',
        title: `“${stepName(context, fact)}” went ${portLabel(context, fact)}`,
        reason: read ? `${read}.` : null,
      };
    }
    case 'LinkCut': {
      const read = operandsText(context.drawing, fact.operands);
      return {
        kind: 'decision',
        title: `A path after “${stepName(context, fact)}” was cut`,
        reason: read ? `Its condition does not hold: ${read}.` : 'Its condition does not hold.',
      };
    }
    case 'WaitStarted':
      return {
        kind: 'clock',
        title: `“${stepName(context, fact)}” began`,
        reason: fact.lacks === undefined ? null : lacking(context, fact.lacks),
      };
    case 'WaitMoved':
      return {
        kind: 'clock',
        title: `The end of “${stepName(context, fact)}” moved`,
        reason: fact.lacks
          ? lacking(context, fact.field)
          : `“${fieldLabels(context, [fact.field])}” was changed.`,
      };
    case 'WaitEnded':
      return describeWaitEnded(context, fact);
    case 'EventReceived':
      return {
        kind: 'process',
        title: `The event “${fact.name}” came`,
        reason: fact.reached.length > 0 ? null : 'No step was waiting for it.',
      };
  }
}
