import type { Value } from '../condition/condition.ts';
import type { Field } from './field.ts';

/** What values of a field must fit: its type, and the options of a choice. */
export interface FieldFit {
  type: Field['type'];
  options?: readonly { value: string }[] | undefined;
}

const LONGEST_TEXT = 500;
const LONGEST_LONG_TEXT = 20_000;
const LARGEST_NUMBER = 1e12;
const LARGEST_MONEY = 9e15;
const LARGEST_PERCENT = 1_000;

function isRealDate(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function checkText(value: Value, most: number): string | undefined {
  if (typeof value !== 'string') return 'must be a text.';
  return value.length > most ? `has ${value.length} characters; at most ${most} fit.` : undefined;
}

function checkNumber(value: Value, most: number, whole: boolean): string | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'must be a number.';
  if (whole && !Number.isSafeInteger(value)) {
    return 'must be a whole number of minor units: 1250 is 12.50 EUR, 1250 JPY or 1.250 KWD.';
  }
  return Math.abs(value) > most ? 'is too large.' : undefined;
}

function checkChoices(field: FieldFit, value: Value): string | undefined {
  const known = new Set(field.options?.map((option) => option.value));
  const given = field.type === 'choices' ? value : [value];
  if (!Array.isArray(given)) return 'must be a list of its options.';
  const unknown = given.filter((each) => !known.has(String(each)));
  if (unknown.length > 0) return `has no option “${unknown.join('”, “')}”.`;
  return new Set(given).size < given.length ? 'names an option twice.' : undefined;
}

/** What is wrong with a value for its field, as the end of a sentence; undefined when it fits. */
export function checkValue(field: FieldFit, value: Value): string | undefined {
  switch (field.type) {
    case 'text':
      return checkText(value, LONGEST_TEXT);
    case 'longText':
      return checkText(value, LONGEST_LONG_TEXT);
    case 'number':
      return checkNumber(value, LARGEST_NUMBER, false);
    case 'money':
      return checkNumber(value, LARGEST_MONEY, true);
    case 'percent':
      return checkNumber(value, LARGEST_PERCENT, false);
    case 'date':
      return typeof value === 'string' && isRealDate(value)
        ? undefined
        : 'must be a date, YYYY-MM-DD.';
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'must be true or false.';
    case 'choice':
    case 'choices':
      return checkChoices(field, value);
    case 'file':
      return 'is a file: attach it instead.';
  }
}
