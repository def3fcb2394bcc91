import type { Field } from '#core/drawing/field.ts';
import { moneyText, numberText } from '#core/money/money-text.ts';
import { formatDay } from './format-time.ts';

/** A field as forms and fact lists need it; a field of a drawing fits. */
export type FormField = Pick<Field, 'id' | 'label' | 'type'> & {
  unit?: string | undefined;
  help?: string | undefined;
  options?: { value: string; label: string }[] | undefined;
};

/**
 * What a field holds: text, a number (number and percent), an integer of minor units (money),
 * 'YYYY-MM-DD' (date), an option's value or a list of them, true or false; null when empty.
 */
export type FieldValue = string | number | boolean | string[] | null;

function optionLabel(field: FormField, value: string): string {
  return field.options?.find((option) => option.value === value)?.label ?? value;
}

function quantityText(field: FormField, value: number, currency: string): string {
  if (field.type === 'money') return moneyText(value, currency);
  if (field.type === 'percent') return `${numberText(value)}\u00a0%`;
  const unit = field.unit === undefined ? '' : `\u00a0${field.unit}`;
  return numberText(value) + unit;
}

/** Any typed value as words: `46 800 PLN`, `16.4 %`, `Mon 21 Sep`, `yes`; `—` when empty. */
export function formatFieldValue(
  field: FormField,
  value: FieldValue | undefined,
  currency = '',
): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return quantityText(field, value, currency);
  if (Array.isArray(value)) {
    return value.length === 0 ? '—' : value.map((one) => optionLabel(field, one)).join(', ');
  }
  return field.type === 'date' ? formatDay(value) : optionLabel(field, value);
}
