/** What a field of the deal, a literal or a result can hold. Numbers are doubles. */
export type Value = number | string | boolean | string[];

/** `==` and `!=` take any two of the same type; the others numbers, texts or booleans. */
const comparisons = ['==', '!=', '<', '<=', '>', '>='] as const;
/** `+` also joins two texts or two lists. */
const arithmetic = ['+', '-', '*', '/'] as const;
export const textTests = ['contains', 'startsWith', 'endsWith'] as const;
export const quantifiers = ['exists', 'all'] as const;

export type Comparison = (typeof comparisons)[number];
export type Arithmetic = (typeof arithmetic)[number];
export type TextTest = (typeof textTests)[number];
export type Quantifier = (typeof quantifiers)[number];

/**
 * A compiled condition: plain JSON without positions, pinned in a definition and replayed for
 * years. Made by `checkCondition`, run by `evaluate`. `field` and `has` carry the field's id,
 * `item` the name of a variable of `exists` or `all`, `neg` is the minus before a value.
 */
export type Condition =
  | { op: 'literal'; args: [number | string | boolean] }
  | { op: 'list'; args: Condition[] }
  | { op: 'field' | 'has' | 'item'; args: [string] }
  | { op: Comparison | Arithmetic | 'in' | '&&' | '||'; args: [Condition, Condition] }
  | { op: '!' | 'neg' | 'size'; args: [Condition] }
  | { op: '?:'; args: [Condition, Condition, Condition] }
  | { op: TextTest; args: [Condition, Condition] }
  | { op: Quantifier; args: [list: Condition, name: string, test: Condition] };

/**
 * What a decision read. With `tested`, the field was asked only whether it is set, and `value`
 * says so.
 */
export interface Operand {
  field: string;
  value: Value;
  tested?: true;
}

/** `absent`: an unset field was read (E7). `range`: division by zero or a number too large. */
export type ConditionErrorCode = 'absent' | 'type' | 'range' | 'limit';

export interface ConditionError {
  code: ConditionErrorCode;
  field?: string;
  message: string;
}

export type Evaluation =
  | { ok: true; value: Value; operands: Operand[] }
  | { ok: false; error: ConditionError; operands: Operand[] };
