import type { Condition } from './condition.ts';
import { compileTree } from './compile-tree.ts';
import { refuseImpossibleLiterals } from './literals.ts';
import { withLeadingZeros } from './leading-zeros.ts';
import { parseCondition } from './parse.ts';
import { readsOf, type Reads } from './reads.ts';
import { ConditionRefusal, quote, type SourceRange } from './refusal.ts';
import type { ConditionType, FieldScope } from './scope.ts';
import { conditionTypeNamed, environmentOf, nameOfType, typeOf } from './type-check.ts';

export type CheckedCondition =
  | ({ ok: true; condition: Condition; type: ConditionType } & Reads)
  | { ok: false; message: string; position?: SourceRange };

/**
 * Checks a condition, or the value of an `update`, at publish, and compiles it.
 *
 * The text is CEL over `deal.<field>`: literals, fields, comparison, arithmetic, `in`,
 * `&& || ! ?:`, `has`, `size`, `contains`, `startsWith`, `endsWith`, `exists`, `all`. All numbers
 * are doubles, dates are texts 'YYYY-MM-DD', choices are the texts of their options. Personal
 * fields, long texts and files can only be asked whether they are set (E23).
 *
 * @param expected the type that the result must have: 'bool' for conditions
 * @returns the compiled condition with what it reads, or one message with a remedy and its place
 */
export function checkCondition(
  written: string,
  scope: FieldScope,
  expected: ConditionType,
): CheckedCondition {
  const { text, original } = withLeadingZeros(written);
  try {
    const tree = compileTree(parseCondition(text, environmentOf(scope)), text, scope);
    refuseImpossibleLiterals(tree, text, scope);
    const type = expectType(typeOf(tree, text, scope), expected, text);
    return { ok: true, condition: tree.condition, type, ...readsOf(tree.condition) };
  } catch (error) {
    if (!(error instanceof ConditionRefusal)) throw error;
    const { message, position } = error;
    return { ok: false, message, ...(position && { position: original(position) }) };
  }
}

function expectType(found: string, expected: ConditionType, text: string): ConditionType {
  const type = conditionTypeNamed(found);
  if (type === expected) return type;
  const whole = { start: 0, end: text.length };
  const remedy =
    expected === 'bool'
      ? 'but a condition must be yes or no. Compare it with something, such as deal.field > 1000.'
      : `but ${nameOfType(expected)}${expected === 'list' ? ' of texts' : ''} is needed here.`;
  throw new ConditionRefusal(`${quote(text, whole)} gives ${nameOfType(found)}, ${remedy}`, whole);
}
