import { isSame } from '#core/run/state/same-value.ts';
import { formatFieldValue, type FieldValue, type FormField } from './format-field-value.ts';

/** Whether two values of a form say the same; an empty text is no value. */
export function isSameValue(a: FieldValue, b: FieldValue): boolean {
  return isSame(a === '' ? null : a, b === '' ? null : b);
}

interface Compared {
  /** What the person has typed. */
  mine: FieldValue;
  /** What the deal said when they began. */
  seen: FieldValue;
  /** What the deal says by now. */
  now: FieldValue;
}

/** What to say at a field that somebody has changed while another person was typing; nothing where both agree. */
export function changedMeanwhile(
  field: FormField,
  { mine, seen, now }: Compared,
  currency: string,
): string | undefined {
  if (isSameValue(now, seen) || isSameValue(now, mine)) return undefined;
  if (now === null || now === '') return 'Somebody has emptied this field meanwhile.';
  return `Somebody has set it to ${formatFieldValue(field, now, currency)} meanwhile.`;
}
