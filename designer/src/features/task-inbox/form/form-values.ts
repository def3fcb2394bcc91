import type { TaskDetail } from '#api/contract/tasks.ts';
import { isSameValue } from '../../../lib/changed-meanwhile.ts';
import type { FieldValue } from '../../../lib/format-field-value.ts';

export type FormValues = Record<string, FieldValue>;
type Form = TaskDetail['form'];

/** What the form begins with: what was typed before, or what the deal says. */
export function firstValues(form: Form): FormValues {
  return Object.fromEntries(form.map(({ field, value }) => [field.id, value]));
}

/** What the deal says in the fields of the form. */
export function valuesOnDeal(form: Form): FormValues {
  return Object.fromEntries(form.map(({ field, onDeal }) => [field.id, onDeal]));
}

/** A change of the deal is taken over where nothing was typed; what was typed stays. */
export function takeOver(values: FormValues, before: FormValues, now: FormValues): FormValues {
  const taken = Object.entries(now).filter(([id]) =>
    isSameValue(values[id] ?? null, before[id] ?? null),
  );
  return { ...values, ...Object.fromEntries(taken) };
}
