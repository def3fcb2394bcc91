import type { Condition } from '../../condition/condition.ts';
import { evaluate } from '../../condition/evaluate.ts';
import { readsOf } from '../../condition/reads.ts';
import { checkValue } from '../../drawing/check-value.ts';
import type { Field } from '../../drawing/field.ts';
import type { StepOf } from '../../drawing/step.ts';
import { isCurrency } from '../../money/currencies.ts';
import type { Problem } from '../problems/problem.ts';
import { inProcess, inStep, problem } from '../problems/report.ts';
import { eachStep, quoted, type RuleContext } from './rule-context.ts';

/** What a step sets fits its field, as far as that is known before it runs (E29); money has a currency. */
export function* values(context: RuleContext): Iterable<Problem> {
  const { currency } = context.drawing;
  if (!isCurrency(currency)) {
    const message = `The currency ${quoted(currency)} does not exist. Write a code of ISO 4217, such as EUR, PLN or USD.`;
    yield problem('unknown-currency', inProcess('currency'), message);
  }
  for (const { home, step } of eachStep(context)) {
    if (step.kind !== 'update') continue;
    for (const [i, message] of misfits(context, step)) {
      yield problem('value-misfit', inStep(home, step, `set.${i}.value`), message);
    }
  }
}

type Fields = RuleContext['fields'];

function* misfits(context: RuleContext, step: StepOf<'update'>): Iterable<[number, string]> {
  for (const [i, { field: id, value: text }] of step.set.entries()) {
    const field = context.fields.get(id);
    if (!field || field.type === 'file') continue;
    const checked = context.checker.check(text, { field: id });
    if (!checked.ok) continue;
    for (const result of possibleResults(checked.condition)) {
      const wrong = wrongResult(context.fields, field, result);
      if (wrong) yield [i, `${quoted(step.name)} sets ${quoted(field.label)}, which ${wrong}`];
    }
  }
}

/** What an expression may give: of a choice between two, either. */
function possibleResults(condition: Condition): Condition[] {
  if (condition.op !== '?:') return [condition];
  const [, yes, no] = condition.args;
  return [...possibleResults(yes), ...possibleResults(no)];
}

function wrongResult(fields: Fields, to: Field, result: Condition): string | undefined {
  if (result.op === 'field') return wrongSource(fields.get(result.args[0]), to);
  const { reads, tests } = readsOf(result);
  if (reads.length + tests.length > 0) return undefined;
  const computed = evaluate(result, {}, {});
  if (!computed.ok) return undefined;
  const wrong = checkValue(to, computed.value);
  if (wrong === undefined) return undefined;
  const given =
    typeof computed.value === 'string' ? quoted(computed.value) : String(computed.value);
  return `${wrong.replace(/\.$/, '')}: ${given} does not fit. ${remedyFor(to)}`;
}

/** Dates and options are texts to expressions, so that only here another field's text is told apart. */
function wrongSource(from: Field | undefined, to: Field): string | undefined {
  if (!from || from.type === to.type) return undefined;
  if (to.type !== 'date' && to.type !== 'choice' && to.type !== 'choices') return undefined;
  return `is of the type ${to.type}, from ${quoted(from.label)}, which is of the type ${from.type}. Choose a field of the same type.`;
}

function remedyFor({ type, options = [] }: Field): string {
  switch (type) {
    case 'choice':
    case 'choices':
      return `Its options are ${options.map(({ value }) => value).join(', ')}.`;
    case 'date':
      return 'Write "YYYY-MM-DD", a day that exists.';
    case 'money':
      return 'Write minor units, such as 1250 for 12.50.';
    default:
      return 'Write a value that fits.';
  }
}
