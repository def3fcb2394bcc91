import { checkCondition } from '../condition/check.ts';
import type { Condition } from '../condition/condition.ts';
import { conditionTypeOf, scopeOf } from '../condition/scope.ts';
import type { Field } from '../drawing/field.ts';
import type { Expected } from './conditions-of.ts';

export type Checked = ReturnType<typeof checkCondition>;

/** Checks expressions against a process's fields; the same text is checked once. */
export interface ConditionChecker {
  check(text: string, expected: Expected): Checked;
  /** Throws when the text has an error. */
  compile(text: string, expected: Expected): Condition;
}

export function conditionChecker(fields: readonly Field[]): ConditionChecker {
  const scope = scopeOf(fields);
  const known = new Map<string, Checked>();
  const typeOf = (expected: Expected) =>
    expected === 'boolean' ? 'bool' : conditionTypeOf(scope[expected.field]?.type ?? 'text');
  const check = (text: string, expected: Expected): Checked => {
    const key = expected === 'boolean' ? `?${text}` : `${expected.field}=${text}`;
    let checked = known.get(key);
    if (!checked) known.set(key, (checked = checkCondition(text, scope, typeOf(expected))));
    return checked;
  };
  return {
    check,
    compile: (text, expected) => {
      const checked = check(text, expected);
      if (!checked.ok) throw new Error(`“${text}” cannot be used: ${checked.message}`);
      return checked.condition;
    },
  };
}
