import type { Value } from '#core/condition/condition.ts';
import type { Field } from '#core/drawing/field.ts';
import type { ProblemItem } from '../problem/app-error.ts';
import { shownValue } from '../problem/shown-value.ts';

type Given = Record<string, Value | null>;

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
  if (whole && !Number.isSafeInteger(value)) return 'must be a whole number of minor units.';
  return Math.abs(value) > most ? 'is too large.' : undefined;
}

function checkChoices(field: Field, value: Value): string | undefined {
  const known = new Set(field.options?.map((option) => option.value));
  const given = field.type === 'choices' ? value : [value];
  if (!Array.isArray(given)) return 'must be a list of its options.';
  const unknown = given.filter((each) => !known.has(String(each)));
  if (unknown.length > 0) return `has no option “${unknown.join('”, “')}”.`;
  return new Set(given).size < given.length ? 'names an option twice.' : undefined;
}

/** What is wrong with a value for its field, as the end of a sentence; undefined when it fits. */
function checkValue(field: Field, value: Value): string | undefined {
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

/** Blank texts and empty lists empty a field. */
function cleaned(value: Value | null): Value | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  return Array.isArray(value) && value.length === 0 ? null : value;
}

/**
 * Checks values against the fields they are for. `errors` names every wrong one by `<at>.<field>`;
 * `values` holds those that fit, `null` for emptied fields.
 */
export function checkValues(
  fields: readonly Field[],
  given: Given,
  at: string,
): { values: Given; errors: ProblemItem[] } {
  const byId = new Map(fields.map((field) => [field.id, field]));
  const values: Given = {};
  const errors: ProblemItem[] = [];
  for (const [id, raw] of Object.entries(given)) {
    const path = `${at}.${id}`;
    const field = byId.get(id);
    const value = cleaned(raw);
    const wrong = field ? value !== null && checkValue(field, value) : 'is not asked for here.';
    if (!wrong) values[id] = value;
    else {
      const message = `${field?.label ?? id} ${wrong}`;
      const personal = field?.personal ?? false;
      errors.push({ path, message, ...(personal ? {} : { value: shownValue(path, raw) }) });
    }
  }
  return { values, errors };
}
