import type { Condition } from './condition.ts';
import type { Tree } from './compile-tree.ts';
import { ConditionRefusal, didYouMean, quote } from './refusal.ts';
import type { FieldScope, ScopeField } from './scope.ts';

/** What a value comes from: a field, or an item of a field of several choices. */
interface Source {
  field: ScopeField;
  name: string;
}
type Variables = Record<string, Source | undefined>;

const orders = ['<', '<=', '>', '>='];

/**
 * Compares literals with what the field beside them can hold: the options of choices, real dates.
 * @throws ConditionRefusal that lists the options, or says how dates are written
 */
export function refuseImpossibleLiterals(tree: Tree, text: string, scope: FieldScope): void {
  visit(tree.condition, Object.create(null) as Variables);

  function visit(condition: Condition, variables: Variables): void {
    const { op, args } = condition;
    if (op === 'exists' || op === 'all') {
      const [list, variable, test] = args;
      visit(list, variables);
      visit(test, { ...variables, [variable]: sourceOf(list, variables) });
      return;
    }
    for (const arg of args) if (typeof arg === 'object') visit(arg, variables);
    if (op === '==' || op === '!=' || op === 'in' || orders.includes(op)) {
      const [left, right] = args as [Condition, Condition];
      compare(condition, sourceOf(left, variables), right);
      compare(condition, sourceOf(right, variables), left);
    }
  }

  function sourceOf(condition: Condition, variables: Variables): Source | undefined {
    if (condition.op === 'item') return variables[condition.args[0]];
    const field = condition.op === 'field' ? scope[condition.args[0]] : undefined;
    return field && { field, name: `deal.${condition.args[0] as string}` };
  }

  function compare(whole: Condition, source: Source | undefined, other: Condition): void {
    if (!source) return;
    const { type } = source.field;
    if (type === 'choice' && orders.includes(whole.op))
      refuse(whole, `asks for an order of options, which have none. Use ==, != or in`);
    if (type !== 'choice' && type !== 'choices' && type !== 'date') return;
    for (const literal of other.op === 'list' ? other.args : [other])
      if (literal.op === 'literal' && typeof literal.args[0] === 'string')
        refuseLiteral(literal, literal.args[0], source);
  }

  function refuseLiteral(literal: Condition, value: string, { field, name }: Source): void {
    if (field.type === 'date') {
      if (!isDate(value)) refuse(literal, 'is not a date. Write "YYYY-MM-DD", a day that exists');
      return;
    }
    const options = field.options?.map((option) => option.value);
    if (!options || options.includes(value)) return;
    refuse(
      literal,
      `is not an option of ${name}. Its options are ${options.join(', ')}.${didYouMean(value, options)}`,
    );
  }

  function refuse(condition: Condition, what: string): never {
    const range = tree.ranges.get(condition) ?? { start: 0, end: text.length };
    const end = /[.?]$/.test(what) ? '' : '.';
    throw new ConditionRefusal(`${quote(text, range)} ${what}${end}`, range);
  }
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const instant = Date.parse(value);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(value);
}
