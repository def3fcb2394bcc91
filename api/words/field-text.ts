import type { Field } from '#core/drawing/field.ts';

const NBSP = '\u00a0';
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** '46 800 PLN', '12.50 PLN': minor units with no-break spaces. */
export function moneyText(minor: number, currency: string): string {
  const sign = minor < 0 ? '−' : '';
  const whole = String(Math.floor(Math.abs(minor) / 100));
  const cents = Math.abs(minor) % 100;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NBSP);
  const rest = cents === 0 ? '' : `.${String(cents).padStart(2, '0')}`;
  return `${sign}${grouped}${rest}${NBSP}${currency}`;
}

function dateText(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[(month ?? 1) - 1] ?? ''} ${year}`;
}

function optionText(field: Pick<Field, 'options'>, value: string): string {
  return field.options?.find((option) => option.value === value)?.label ?? value;
}

function numberText(value: number, unit: string | undefined): string {
  const [whole = '', decimals] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NBSP);
  return [decimals === undefined ? grouped : `${grouped}.${decimals}`, unit]
    .filter((part) => part !== undefined)
    .join(NBSP);
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
    return numberText(value, field.type === 'percent' ? '%' : field.unit);
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (field.type === 'date') return dateText(text);
  return field.type === 'choice' ? optionText(field, text) : text;
}
