import type { ASTNode } from '@marcbachmann/cel-js';
import { isReadable } from '../drawing/field.ts';
import type { Condition } from './condition.ts';
import { compileCall, compileMethod } from './compile-call.ts';
import { fieldOf, refuse, type Compiling } from './compiling.ts';
import { ConditionRefusal, didYouMean, type SourceRange } from './refusal.ts';
import type { FieldScope } from './scope.ts';

/** What a compiled condition may have at most, so that one reading of it stays far below a millisecond. */
const nodeLimit = 200;

export interface Tree {
  condition: Condition;
  /** Where each part of the condition stands in the text. */
  ranges: Map<Condition, SourceRange>;
}

/**
 * Turns the library's syntax tree into ours: the declared subset, with whole numbers as doubles.
 * @throws ConditionRefusal naming the first construct that is outside of it
 */
export function compileTree(ast: ASTNode, text: string, scope: FieldScope): Tree {
  const ranges = new Map<Condition, SourceRange>();
  const compiling: Compiling = { text, scope, ranges, variables: [], compile: compileNode };
  const condition = compileNode(ast, compiling);
  return { condition, ranges };
}

function compileNode(node: ASTNode, compiling: Compiling): Condition {
  const condition = translate(node, compiling);
  compiling.ranges.set(condition, { start: node.start, end: node.end });
  if (compiling.ranges.size > nodeLimit)
    throw new ConditionRefusal(
      `The condition has more than ${nodeLimit} parts. Split it over several criteria or steps.`,
    );
  return condition;
}

function translate(node: ASTNode, compiling: Compiling): Condition {
  const compile = (arg: ASTNode) => compileNode(arg, compiling);
  switch (node.op) {
    case 'value':
      return { op: 'literal', args: [literalOf(node, compiling)] };
    case 'id':
      return variable(node, node.args, compiling);
    case '.':
      return field(node, compiling);
    case 'call':
      return compileCall(node, node.args, compiling);
    case 'rcall':
      return compileMethod(node, node.args, compiling);
    case 'list':
      return { op: 'list', args: node.args.map((item) => itemOf(item, compiling)) };
    case '?:':
      return {
        op: '?:',
        args: [compile(node.args[0]), compile(node.args[1]), compile(node.args[2])],
      };
    case '!_':
      return { op: '!', args: [compile(node.args)] };
    case '-_':
      return negated(compile(node.args), compiling);
    case '%':
      return refuse(
        node,
        compiling,
        'takes a remainder, and numbers here are decimals',
        'Use / and compare.',
      );
    case '[]':
    case '[?]':
    case '.?':
      return refuse(
        node,
        compiling,
        'picks a part of a value, which conditions cannot do',
        'Ask a list with in, exists or all.',
      );
    case 'map':
      return refuse(
        node,
        compiling,
        'is a map, which conditions do not have',
        'Use a list: ["a", "b"].',
      );
    case '/':
      return division(node, [compile(node.args[0]), compile(node.args[1])], compiling);
    default:
      return { op: node.op, args: [compile(node.args[0]), compile(node.args[1])] };
  }
}

/** A list holds texts or numbers, so none of its items is a list. */
function itemOf(node: ASTNode, compiling: Compiling): Condition {
  const item = compileNode(node, compiling);
  if (!isList(item, compiling)) return item;
  return refuse(
    node,
    compiling,
    'is a list inside of a list, which conditions do not have',
    'Write one list, such as ["a", "b"], or join two with +.',
  );
}

function isList(condition: Condition, compiling: Compiling): boolean {
  switch (condition.op) {
    case 'list':
      return true;
    case 'field':
      return compiling.scope[condition.args[0]]?.type === 'choices';
    case '+':
      return isList(condition.args[0], compiling);
    case '?:':
      return isList(condition.args[1], compiling);
    default:
      return false;
  }
}

function division(node: ASTNode, args: [Condition, Condition], compiling: Compiling): Condition {
  const [, by] = args;
  if (by.op === 'literal' && by.args[0] === 0)
    return refuse(node, compiling, 'divides by zero', 'Divide by another number, or by a field.');
  return { op: '/', args };
}

function literalOf(
  node: ASTNode & { op: 'value' },
  compiling: Compiling,
): string | number | boolean {
  const { args: value } = node;
  if (typeof value === 'string' && /[\0\p{Surrogate}]/u.test(value))
    return refuse(node, compiling, 'has a character that cannot be stored', 'Take it out.');
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (typeof value === 'bigint' && value <= Number.MAX_SAFE_INTEGER) return Number(value);
  if (value === null)
    return refuse(node, compiling, 'is no value: a field is set or not', 'Write !has(deal.field).');
  if (typeof value === 'bigint')
    return refuse(node, compiling, 'is too large a number', 'Use at most 9007199254740991.');
  return refuse(node, compiling, 'is neither a number nor a text', 'Write 15, 2.5 or "text".');
}

/** `-5` becomes the literal; the minus before anything else stays an operation. */
function negated(value: Condition, compiling: Compiling): Condition {
  if (value.op !== 'literal' || typeof value.args[0] !== 'number')
    return { op: 'neg', args: [value] };
  compiling.ranges.delete(value);
  return { op: 'literal', args: [-value.args[0]] };
}

function variable(node: ASTNode, name: string, compiling: Compiling): Condition {
  if (compiling.variables.includes(name)) return { op: 'item', args: [name] };
  if (name === 'deal')
    return refuse(node, compiling, 'is the whole deal', 'Name a field of it: deal.field.');
  const remedy = Object.hasOwn(compiling.scope, name)
    ? `Fields are written with deal in front: deal.${name}.`
    : `Texts stand in quotation marks, fields are written deal.field.` +
      didYouMean(name, Object.keys(compiling.scope), 'deal.');
  return refuse(node, compiling, 'is not known', remedy);
}

function field(node: ASTNode, compiling: Compiling): Condition {
  const id = fieldOf(node, compiling);
  const found = compiling.scope[id];
  if (found && !isReadable({ type: found.type, personal: found.personal ?? false }))
    return refuse(
      node,
      compiling,
      `${whyUnreadable(found)}, so its value cannot be read here`,
      `Only has(deal.${id}) may ask for it.`,
    );
  return { op: 'field', args: [id] };
}

function whyUnreadable({ type }: FieldScope[string]): string {
  if (type === 'file') return 'is a file';
  return type === 'longText' ? 'is a long text' : 'is personal';
}
