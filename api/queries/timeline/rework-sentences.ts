import { portsOf } from '#core/drawing/ports.ts';
import { drawnStep } from '#core/drawing/drawn-step.ts';
import { sentence, stageName, stepName } from './sentence.ts';
import type { FactOf, Sentence, SentenceContext } from './sentence.ts';

export type ReworkFact = FactOf<
  | 'StepKept'
  | 'StepReset'
  | 'ReworkStarted'
  | 'StepCancelled'
  | 'LockAwaited'
  | 'StepCarried'
  | 'StepAdopted'
>;

const cancelled: Record<FactOf<'StepCancelled'>['why'], string> = {
  join: 'Enough of the work that leads on was done.',
  each: 'Enough of the items have passed.',
  rail: 'What it belongs to has ended.',
};

function portLabel(
  { drawing }: SentenceContext,
  fact: { stage: string; step: string; port: string },
) {
  const drawn = drawnStep(drawing, fact.stage, fact.step);
  return (drawn && portsOf(drawn).find(({ id }) => id === fact.port)?.label) ?? fact.port;
}

/** Sentences about work that is done again, kept, taken along or given up. */
export function describeRework(context: SentenceContext, fact: ReworkFact): Sentence {
  const name = stepName(context, fact);
  switch (fact.type) {
    case 'StepKept':
      return sentence(
        'decision',
        `“${name}” was kept: ${portLabel(context, fact)}`,
        'It was done before, and nothing it depends on has changed.',
      );
    case 'StepReset':
      return sentence('decision', `“${name}” is to be done again`, `Round ${fact.round}.`);
    case 'ReworkStarted':
      return sentence(
        'decision',
        `“${name}” sent the work back to “${stepName(context, { stage: fact.stage, step: fact.to })}”`,
        `Time ${fact.count} of at most ${fact.max}.`,
      );
    case 'StepCancelled':
      return sentence('decision', `“${name}” was cancelled`, cancelled[fact.why]);
    case 'LockAwaited': {
      const holder = stepName(context, { stage: fact.stage, step: fact.holder });
      return sentence('decision', `“${name}” waits`, `“${holder}” is under way and goes first.`);
    }
    case 'StepCarried':
      return sentence(
        'decision',
        `“${name}” goes along to “${stageName(context, fact.to)}”`,
        `It was under way when the deal left “${stageName(context, fact.stage)}”.`,
      );
    case 'StepAdopted':
      return sentence(
        'decision',
        `“${name}” belongs to the stage again`,
        'The deal came back while it was under way.',
      );
  }
}
