import type { Value } from '../condition/condition.ts';
import { checkValue, type FieldFit } from './check-value.ts';

export type Fitted =
  | { ok: true; value: Value; /** What was computed, where it was rounded. */ exact?: number }
  | { ok: false; wrong: string };

/**
 * A computed value as its field holds it: money is rounded to the minor unit of its currency, half
 * away from zero. `wrong` is the end of a sentence, for what does not fit even so (E29).
 */
export function fitValue(field: FieldFit, computed: Value): Fitted {
  const rounds = field.type === 'money' && typeof computed === 'number';
  const value = rounds ? roundHalfAway(computed) : computed;
  const wrong = checkValue(field, value);
  if (wrong !== undefined) return { ok: false, wrong };
  return value === computed ? { ok: true, value } : { ok: true, value, exact: computed as number };
}

/** Half away from zero; 15 digits first, so that 2.4999999999999996, a half in doubles, counts as one. */
function roundHalfAway(amount: number): number {
  if (!Number.isFinite(amount) || Number.isInteger(amount)) return amount;
  const rounded = Math.round(Math.abs(Number(amount.toPrecision(15))));
  return amount < 0 && rounded > 0 ? -rounded : rounded;
}
