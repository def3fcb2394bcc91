// Part of the workflow bundle: nothing is imported at run time, and a change here changes what
// running deals decide. See docs/semantics.md E6, E7.
import type {
  Condition,
  ConditionError,
  ConditionErrorCode,
  Evaluation,
  Operand,
  Value,
} from './condition.ts';

type Scalar = number | string | boolean;
type Plain = Scalar | Scalar[];
type Outcome = { ok: true; value: Plain } | { ok: false; error: ConditionError };

interface Item {
  name: string;
  value: Scalar;
  outer: Item | undefined;
}

interface Reading {
  values: Record<string, Value>;
  isSet: Record<string, true>;
  operands: Operand[];
  steps: number;
}

/** No published condition needs more: 200 nodes, two loops deep. */
const stepLimit = 10_000;

/**
 * Evaluates a compiled condition over the deal's fields.
 *
 * `values` holds the values of the fields that are set, `isSet` those of which only that is known.
 * Reading an absent field is an error (E7); an error on one side of `&&` or `||`, or for one item
 * of `exists` or `all`, is absorbed when the rest decides. Never throws.
 *
 * @returns the value, or the first error; with what was read, in order, each field once
 */
export function evaluate(
  condition: Condition,
  values: Record<string, Value>,
  isSet: Record<string, true>,
): Evaluation {
  const reading: Reading = { values, isSet, operands: [], steps: 0 };
  const outcome = run(condition, reading, undefined);
  const { operands } = reading;
  if (!outcome.ok) return { ok: false, error: outcome.error, operands };
  const { value } = outcome;
  if (isValue(value)) return { ok: true, value, operands };
  const error = failure('type', 'A result must be a number, a text, yes or no, or a list of texts');
  return { ok: false, error, operands };
}

function run(condition: Condition, reading: Reading, items: Item | undefined): Outcome {
  reading.steps += 1;
  if (reading.steps > stepLimit)
    return fail('limit', `The condition takes more than ${stepLimit} steps`);
  switch (condition.op) {
    case 'literal':
      return done(condition.args[0]);
    case 'field':
      return readField(condition.args[0], reading);
    case 'has':
      return done(testField(condition.args[0], reading));
    case 'item':
      return readItem(condition.args[0], items);
    case '&&':
      return logic(false, condition.args, reading, items);
    case '||':
      return logic(true, condition.args, reading, items);
    case '?:':
      return choose(condition.args, reading, items);
    case 'exists':
      return quantify(true, condition.args, reading, items);
    case 'all':
      return quantify(false, condition.args, reading, items);
    default:
      return strict(condition.op, condition.args, reading, items);
  }
}

function readField(field: string, reading: Reading): Outcome {
  const value = Object.hasOwn(reading.values, field) ? reading.values[field] : undefined;
  if (value === undefined || value === null)
    return { ok: false, error: { ...failure('absent', `Field “${field}” is not set`), field } };
  if (!reading.operands.some((operand) => operand.field === field && !operand.tested))
    reading.operands.push({ field, value });
  return done(value);
}

function testField(field: string, reading: Reading): boolean {
  const { values, isSet, operands } = reading;
  const value =
    Object.hasOwn(isSet, field) || (Object.hasOwn(values, field) && values[field] != null);
  if (!operands.some((operand) => operand.field === field && operand.tested))
    operands.push({ field, value, tested: true });
  return value;
}

function readItem(name: string, items: Item | undefined): Outcome {
  for (let item = items; item; item = item.outer) if (item.name === name) return done(item.value);
  return fail('type', `“${name}” is not a variable of this condition`);
}

/** `&&` is decided by false, `||` by true; the deciding side absorbs an error of the other. */
function logic(
  decides: boolean,
  [first, second]: [Condition, Condition],
  reading: Reading,
  items: Item | undefined,
): Outcome {
  const left = asBoolean(run(first, reading, items));
  if (left.ok ? left.value === decides : left.error.code === 'limit') return left;
  const right = asBoolean(run(second, reading, items));
  if (right.ok && right.value === decides) return right;
  return left.ok ? right : left;
}

function choose(
  [test, then, otherwise]: [Condition, Condition, Condition],
  reading: Reading,
  items: Item | undefined,
): Outcome {
  const tested = asBoolean(run(test, reading, items));
  if (!tested.ok) return tested;
  return run(tested.value === true ? then : otherwise, reading, items);
}

/** `exists` is decided by the first true item, `all` by the first false one. */
function quantify(
  decides: boolean,
  [source, name, test]: [Condition, string, Condition],
  reading: Reading,
  items: Item | undefined,
): Outcome {
  const list = run(source, reading, items);
  if (!list.ok) return list;
  if (!Array.isArray(list.value)) return fail('type', 'exists and all need a list');
  let error: Outcome | undefined;
  for (const value of list.value) {
    const tested = asBoolean(run(test, reading, { name, value, outer: items }));
    if (tested.ok ? tested.value === decides : tested.error.code === 'limit') return tested;
    if (!tested.ok) error ??= tested;
  }
  return error ?? done(!decides);
}

/** Operations that need all their operands: the first error is the result. */
function strict(op: string, args: Condition[], reading: Reading, items: Item | undefined): Outcome {
  const operands: Plain[] = [];
  for (const arg of args) {
    const outcome = run(arg, reading, items);
    if (!outcome.ok) return outcome;
    operands.push(outcome.value);
  }
  const value = op === 'list' ? listOf(operands) : apply(op, operands);
  if (value === undefined) return fail('type', `“${op}” does not fit what it is given`);
  if (typeof value === 'number' && !Number.isFinite(value))
    return fail('range', op === '/' ? 'Division by zero' : 'The number is too large');
  return done(value);
}

function apply(op: string, operands: Plain[]): Plain | undefined {
  const [a, b] = operands as [Plain, Plain];
  switch (op) {
    case '==':
      return same(a, b);
    case '!=':
      return negate(same(a, b));
    case '!':
      return typeof a === 'boolean' ? !a : undefined;
    case 'in':
      return Array.isArray(b) && !Array.isArray(a) ? b.includes(a) : undefined;
    case 'size':
      return sizeOf(a);
    default:
      if (typeof a === 'number') return op === 'neg' ? -a : numeric(op, a, b);
      if (typeof a === 'string') return textual(op, a, b);
      if (Array.isArray(a)) return op === '+' && Array.isArray(b) ? [...a, ...b] : undefined;
      return typeof b === 'boolean' ? ordered(op, Number(a), Number(b)) : undefined;
  }
}

function numeric(op: string, a: number, b: Plain): Plain | undefined {
  if (typeof b !== 'number') return undefined;
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    default:
      return ordered(op, a, b);
  }
}

function textual(op: string, a: string, b: Plain): Plain | undefined {
  if (typeof b !== 'string') return undefined;
  switch (op) {
    case '+':
      return a + b;
    case 'contains':
      return a.includes(b);
    case 'startsWith':
      return a.startsWith(b);
    case 'endsWith':
      return a.endsWith(b);
    default:
      return ordered(op, a, b);
  }
}

function ordered<T extends number | string>(op: string, a: T, b: T): boolean | undefined {
  switch (op) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    default:
      return undefined;
  }
}

function same(a: Plain, b: Plain): boolean | undefined {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((value, index) => value === b[index]);
  return typeof a === typeof b ? a === b : undefined;
}

function negate(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

/** Texts are counted in characters (code points), as CEL does. */
function sizeOf(value: Plain): number | undefined {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'string' ? [...value].length : undefined;
}

function listOf(operands: Plain[]): Scalar[] | undefined {
  return operands.every((value) => !Array.isArray(value)) ? (operands as Scalar[]) : undefined;
}

function asBoolean(outcome: Outcome): Outcome {
  if (!outcome.ok || typeof outcome.value === 'boolean') return outcome;
  return fail('type', 'A condition must be true or false');
}

function isValue(value: Plain): value is Value {
  return !Array.isArray(value) || value.every((item) => typeof item === 'string');
}

const done = (value: Plain): Outcome => ({ ok: true, value });

function failure(code: ConditionErrorCode, message: string): ConditionError {
  return { code, message };
}

function fail(code: ConditionErrorCode, message: string): Outcome {
  return { ok: false, error: failure(code, message) };
}
