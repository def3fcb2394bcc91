import { checkCondition } from '../../condition/check.ts';
import type { Condition } from '../../condition/condition.ts';
import { knownSet } from '../../condition/known-set.ts';
import { conditionTypeOf, scopeOf } from '../../condition/scope.ts';
import type { Field } from '../../drawing/field.ts';
import type { Expected } from '../expected.ts';

export type Checked = ReturnType<typeof checkCondition>;

/** Checks expressions against a process's fields; the same text is checked once. */
export interface ConditionChecker {
  check(text: string, expected: Expected): Checked;
  /** Throws when the text has an error. */
  compile(text: string, expected: Expected): Condition;
}

/** Texts kept for one list of fields; an editor that stays open types many. */
const most = 5000;
const checkers = new WeakMap<readonly Field[], ConditionChecker>();

/**
 * The checker of a list of fields: the same one for the same list, so that a drawing validated
 * again after an edit, or compiled after it was validated, has only its new texts parsed.
 */
export function conditionChecker(fields: readonly Field[]): ConditionChecker {
  let checker = checkers.get(fields);
  if (!checker) checkers.set(fields, (checker = newChecker(fields)));
  return checker;
}

function newChecker(fields: readonly Field[]): ConditionChecker {
  const scope = scopeOf(fields);
  const known = new Map<string, Checked>();
  const typeOf = (expected: Expected) =>
    expected === 'boolean' ? 'bool' : conditionTypeOf(scope[expected.field]?.type ?? 'text');
  const check = (text: string, expected: Expected): Checked => {
    const type = typeOf(expected);
    const key = `${type} ${text}`;
    const found = known.get(key);
    if (found) return found;
    if (known.size >= most) known.clear();
    const checked = checkCondition(text, scope, type);
    known.set(key, checked);
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

/** Fields that have a value whenever a condition holds; none without one, or with one that has an error. */
export function knownWhere(
  checker: ConditionChecker,
  text: string | undefined,
): ReadonlySet<string> {
  const checked = text ? checker.check(text, 'boolean') : undefined;
  return checked?.ok ? knownSet(checked.condition, true) : new Set();
}
