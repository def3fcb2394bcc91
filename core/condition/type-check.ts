import { Environment, type TypeCheckResult } from '@marcbachmann/cel-js';
import type { Condition } from './condition.ts';
import { celText, type CelText } from './cel-text.ts';
import type { Tree } from './compile-tree.ts';
import { ConditionRefusal, quote, type SourceRange } from './refusal.ts';
import { conditionTypeOf, type ConditionType, type FieldScope } from './scope.ts';

const environments = new WeakMap<FieldScope, Environment>();

/** The library's environment for the fields of a process; kept as long as the scope is. */
export function environmentOf(scope: FieldScope): Environment {
  let environment = environments.get(scope);
  if (!environment) {
    const schema = Object.fromEntries(
      Object.entries(scope).map(([id, { type }]) => {
        const condition = conditionTypeOf(type);
        return [id, condition === 'list' ? 'list<string>' : condition];
      }),
    );
    environment = new Environment({ limits: { maxAstNodes: 2_000, maxDepth: 60 } });
    environment.registerVariable('deal', { schema });
    environments.set(scope, environment);
  }
  return environment;
}

/**
 * Lets the library check the types of a compiled condition.
 * @returns the library's name of the result's type, such as 'list<string>'
 * @throws ConditionRefusal where types do not fit
 */
export function typeOf(tree: Tree, text: string, scope: FieldScope): string {
  const written = celText(tree.condition);
  const result = environmentOf(scope).check(written.text);
  if (result.valid && result.type) return result.type;
  throw refusalOf(result, written, tree, text);
}

/** A type in a person's words. */
export function nameOfType(type: string): string {
  switch (type) {
    case 'bool':
      return 'yes or no';
    case 'double':
      return 'a number';
    case 'string':
      return 'a text';
    case 'list<double>':
      return 'a list of numbers';
    default:
      return 'a list';
  }
}

/** The type as a field could hold it, if any. */
export function conditionTypeNamed(type: string): ConditionType | undefined {
  if (type === 'bool' || type === 'double' || type === 'string') return type;
  return type === 'list<string>' || type === 'list<T>' ? 'list' : undefined;
}

function refusalOf(
  { error }: TypeCheckResult,
  written: CelText,
  tree: Tree,
  text: string,
): ConditionRefusal {
  const part = partAt(error?.range, written);
  const range = (part && tree.ranges.get(part)) ?? { start: 0, end: text.length };
  const asksNothing = written.spans.some(({ condition }) => asksEmptyList(condition));
  const what =
    complaint(error?.code, error?.summary ?? '') ?? (asksNothing ? ofEmptyList : ofOtherKind);
  return new ConditionRefusal(`${quote(text, range)} ${what}`, range);
}

/** The innermost part that holds the library's range. */
function partAt(range: SourceRange | undefined, written: CelText): Condition | undefined {
  if (!range) return undefined;
  const span = written.spans.findLast(
    (one) => one.range.start <= range.start && one.range.end >= range.end,
  );
  return span?.condition;
}

const ofEmptyList =
  'asks the items of an empty list. Name a list of the deal, such as deal.field.exists(x, x == "option").';

const ofOtherKind =
  'does not fit what stands around it. Compare values of one kind, such as deal.field > 1000.';

function asksEmptyList(part: Condition): boolean {
  if (part.op !== 'exists' && part.op !== 'all') return false;
  const [list] = part.args;
  return list.op === 'list' && list.args.length === 0;
}

/** What is wrong in a person’s words; undefined for what the library alone has a word for. */
function complaint(code: string | undefined, summary: string): string | undefined {
  switch (code) {
    case 'no_such_overload':
      return mismatch(summary);
    case 'no_matching_overload':
      return 'asks for something that this kind of value does not have. contains, startsWith and endsWith are for texts, size for texts and lists.';
    case 'invalid_logical_operand':
      return 'joins something that is not yes or no. Both sides of && and || must be conditions, such as deal.field > 1000.';
    case 'invalid_condition_type':
      return 'must be yes or no here. Compare it with something, such as deal.field > 1000.';
    case 'incompatible_ternary_branches':
      return 'gives values of two kinds. What stands before and after : must be of one kind.';
    case 'heterogeneous_list_element':
      return 'is of another kind than the items before. A list holds texts or numbers, not both.';
    case 'invalid_comprehension_range':
      return 'is not a list. exists and all ask the items of a list.';
    case 'limit_exceeded':
      return 'is nested too deep. Split it over several criteria or steps.';
    default:
      return undefined;
  }
}

/** 'no such overload: double == string' in a person's words. */
function mismatch(summary: string): string {
  const binary = /: (\S+(?:<\w+>)?) (\S+) (\S+)$/.exec(summary);
  if (binary) {
    const [left, op, right] = [nameOfType(binary[1] ?? ''), binary[2], nameOfType(binary[3] ?? '')];
    if (op === 'in')
      return `looks for ${left} in ${right}. On the right of in stands a list of the same kind.`;
    if (op === '==' || op === '!=' || op?.startsWith('<') || op?.startsWith('>'))
      return `compares ${left} with ${right}. Both sides must be of one kind; texts stand in quotation marks, numbers do not.`;
    return `calculates ${left} ${op} ${right}. Both sides must be numbers; + also joins two texts or two lists.`;
  }
  return / !/.test(summary)
    ? 'denies something that is not yes or no. Put ! in front of a condition.'
    : 'has a minus in front of something that is not a number.';
}
