import type { StepOf } from '../../drawing/step.ts';
import type { Problem } from '../problems/problem.ts';
import { inStep, problem } from '../problems/report.ts';
import { eachStep, fieldName, quoted, type RuleContext, type StepPlace } from './rule-context.ts';

/** A score adds something up, and its tiers go down to values that their field has. */
export function* scores(context: RuleContext): Iterable<Problem> {
  for (const at of eachStep(context)) {
    if (at.step.kind !== 'score') continue;
    const { home, step } = at;
    if (at.step.rules.length === 0) {
      const message = `${quoted(step.name)} adds nothing up. Add a rule, or remove the step.`;
      yield problem('score-without-rules', inStep(home, step, 'rules'), message);
    }
    if (at.step.tiers) yield* tiers(context, at, at.step, at.step.tiers);
  }
}

function* tiers(
  context: RuleContext,
  { home }: StepPlace,
  step: StepOf<'score'>,
  { field, steps }: NonNullable<StepOf<'score'>['tiers']>,
): Iterable<Problem> {
  const options = context.fields.get(field)?.options;
  for (const [i, { value, least }] of steps.entries()) {
    const place = (key: string) => inStep(home, step, `tiers.steps.${i}.${key}`);
    if (options && !options.some((option) => option.value === value)) {
      const message = `${quoted(step.name)} sets ${fieldName(context, field)} to ${quoted(value)}, which it does not offer. Choose one of its options.`;
      yield problem('unknown-option', place('value'), message);
    }
    if (i === 0 || least < steps[i - 1]!.least) continue;
    const message = `Tier ${quoted(value)} of ${quoted(step.name)} is never reached: the one before it begins at ${steps[i - 1]!.least}. Order the tiers from the highest.`;
    yield problem('tiers-not-descending', place('least'), message);
  }
}
