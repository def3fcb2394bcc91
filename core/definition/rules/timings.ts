import { isReadable } from '../../drawing/field.ts';
import type { Problem } from '../problems/problem.ts';
import { problem } from '../problems/report.ts';
import { fieldName, type RuleContext } from './rule-context.ts';
import { timingsOf, type TimingPlace } from '../naming/timings-of.ts';

/** Times take some time, or count from a date that is surely set; only then may they lie before it. */
export function* timings(context: RuleContext): Iterable<Problem> {
  for (const at of timingsOf(context)) {
    if (at.timing.from === 'field') yield* fromField(context, at);
    else yield* positive(at);
  }
}

function* fromField(
  context: RuleContext,
  { timing, place, name, set }: TimingPlace,
): Iterable<Problem> {
  const at = { ...place, fieldPath: `${place.fieldPath}.field` };
  if (!timing.field) {
    yield problem(
      'timing-without-field',
      at,
      `${name} counts from a date, but names none. Name it.`,
    );
    return;
  }
  const field = context.fields.get(timing.field);
  const label = fieldName(context, timing.field);
  if (!field) {
    const message = `${name} names the field ${label}, which does not exist. Choose another field.`;
    yield problem('unknown-field', at, message);
  } else if (field.type !== 'date') {
    const message = `${name} counts from ${label}, which is not a date. Choose a date.`;
    yield problem('deadline-not-date', at, message);
  } else if (!isReadable(field)) {
    const message = `${name} counts from ${label}, which is personal, so that a run does not know its value. Choose another field.`;
    yield problem('field-wrong-type', at, message);
  } else if ((set & context.bits.get(field.id)!) === 0n) {
    const message = `${name} counts from ${label}, which may be empty then. Make the field required before.`;
    yield problem('deadline-may-be-empty', at, message);
  }
}

function* positive({ timing, place, name }: TimingPlace): Iterable<Problem> {
  const all = [timing, ...(timing.cases ?? [])];
  for (const [i, { n, unit }] of all.entries()) {
    if (n > 0) continue;
    const fieldPath = i === 0 ? place.fieldPath : `${place.fieldPath}.cases.${i - 1}`;
    const message = `${name} takes ${n} ${unit}. Enter 1 or more, or count from a date.`;
    yield problem('duration-not-positive', { ...place, fieldPath }, message);
  }
}
