import type { Value } from '#core/condition/condition.ts';
import { describeCondition } from '#core/condition/describe.ts';
import {
  conditionChecker,
  type ConditionChecker,
} from '#core/definition/compiling/condition-checker.ts';
import type { Expected } from '#core/definition/expected.ts';
import type { Drawing } from '#core/drawing/drawing.ts';
import { formatFieldValue } from '../../../lib/format-field-value.ts';

export type { Expected } from '#core/definition/expected.ts';

export interface ReadCondition {
  /** Why it cannot be used. */
  error?: string;
  /** What it says, in words: `net price is over 50 000 PLN`. Only of a condition. */
  sentence?: string;
}

type Fields = Drawing['fields'];
const checkers = new WeakMap<Fields, ConditionChecker>();

/** One checker for as long as the fields stay the same: the same text is checked once. */
function checkerOf(fields: Fields): ConditionChecker {
  const known = checkers.get(fields);
  if (known) return known;
  const checker = conditionChecker(fields);
  checkers.set(fields, checker);
  return checker;
}

/** `System size` within a sentence is `system size`; `VAT` stays. */
function withinSentence(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label;
}

/** Checks an expression against the process's fields and puts it into words. */
export function readCondition(
  text: string,
  { fields, currency }: Pick<Drawing, 'fields' | 'currency'>,
  expected: Expected = 'boolean',
): ReadCondition {
  const checked = checkerOf(fields).check(text, expected);
  if (!checked.ok) return { error: checked.message };
  if (expected !== 'boolean') return {};
  const find = (id: string | undefined) => fields.find((field) => field.id === id);
  const labelOf = (id: string) => withinSentence(find(id)?.label ?? id);
  const valueText = (id: string | undefined, value: Value) =>
    formatFieldValue(find(id) ?? { id: '', label: '', type: 'text' }, value, currency);
  return { sentence: describeCondition(checked.condition, labelOf, valueText) };
}
