import type { Field } from '#core/drawing/field.ts';
import { moneyText, numberText } from '#core/money/money-text.ts';

const NBSP = '\u00a0';
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function dateText(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[(month ?? 1) - 1] ?? ''} ${year}`;
}

function optionText(field: Pick<Field, 'options'>, value: string): string {
  return field.options?.find((option) => option.value === value)?.label ?? value;
}

function quantityText(value: number, unit: string | undefined): string {
  return unit === undefined ? numberText(value) : `${numberText(value)}${NBSP}${unit}`;
}

/** A value of a field as people read it; '—' when it is not set. */
export function fieldText(
  field: Pick<Field, 'type' | 'unit' | 'options'>,
  value: unknown,
  currency: string,
): string {
  if (value === undefined || value === null || value === '') return '—';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.map((each) => optionText(field, String(each))).join(', ');
  if (typeof value === 'number') {
    if (field.type === 'money') return moneyText(value, currency);
    return quantityText(value, field.type === 'percent' ? '%' : field.unit);
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (field.type === 'date') return dateText(text);
  return field.type === 'choice' ? optionText(field, text) : text;
}
