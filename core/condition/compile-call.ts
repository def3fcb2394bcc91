import type { ASTNode } from '@marcbachmann/cel-js';
import { quantifiers, textTests, type Condition, type Quantifier } from './condition.ts';
import { fieldOf, refuse, type Compiling } from './compiling.ts';
import { didYouMean } from './refusal.ts';

/** How deep `exists` and `all` may stand in each other. */
const loopLimit = 2;

const available = ['has', 'size', ...textTests, ...quantifiers];

/** What to write instead of functions that CEL has and conditions have not. */
const instead: Record<string, string> = {
  matches: 'Use contains, startsWith or endsWith.',
  exists_one: 'Use exists.',
  filter: 'Use exists or all.',
  map: 'Use exists or all.',
  timestamp: 'Dates are compared as texts: deal.date < "2026-12-31".',
  duration: 'Draw a wait or a deadline for spans of time.',
};
for (const name of ['string', 'int', 'uint', 'double', 'bool', 'bytes', 'dyn', 'type'])
  instead[name] = 'Values need no conversion: numbers are decimals, dates are texts.';

/** `has(deal.x)` and `size(x)`. */
export function compileCall(
  node: ASTNode,
  [name, args]: [string, ASTNode[]],
  compiling: Compiling,
): Condition {
  const [arg] = args;
  if (name === 'has' && arg && args.length === 1)
    return { op: 'has', args: [fieldOf(arg, compiling)] };
  if (name === 'size' && arg && args.length === 1)
    return { op: 'size', args: [compiling.compile(arg, compiling)] };
  return refuseFunction(node, name, compiling);
}

/** `text.contains(…)` and its like, `list.exists(x, …)`, `list.all(x, …)`, `x.size()`. */
export function compileMethod(
  node: ASTNode,
  [name, receiver, args]: [string, ASTNode, ASTNode[]],
  compiling: Compiling,
): Condition {
  const [first, second] = args;
  if (name === 'size' && args.length === 0)
    return { op: 'size', args: [compiling.compile(receiver, compiling)] };
  const textTest = textTests.find((one) => one === name);
  if (textTest && first && args.length === 1) {
    refuseList(node, name, receiver, compiling);
    return {
      op: textTest,
      args: [compiling.compile(receiver, compiling), compiling.compile(first, compiling)],
    };
  }
  const quantifier = quantifiers.find((one) => one === name);
  if (quantifier && first && second && args.length === 2)
    return quantified(node, quantifier, [receiver, first, second], compiling);
  return refuseFunction(node, name, compiling);
}

function quantified(
  node: ASTNode,
  op: Quantifier,
  [list, variable, test]: [ASTNode, ASTNode, ASTNode],
  compiling: Compiling,
): Condition {
  if (variable.op !== 'id' || variable.args === 'deal')
    return refuse(
      variable,
      compiling,
      `cannot be the name that ${op} gives to each item`,
      'Use a single letter, such as x.',
    );
  const inner = { ...compiling, variables: [...compiling.variables, variable.args] };
  if (inner.variables.length > loopLimit)
    return refuse(
      node,
      compiling,
      `is an exists or all inside of ${loopLimit} others`,
      'Split the condition over several criteria or steps.',
    );
  return {
    op,
    args: [compiling.compile(list, compiling), variable.args, inner.compile(test, inner)],
  };
}

/** `deal.options.contains("a")` is what people try first on lists. */
function refuseList(node: ASTNode, name: string, receiver: ASTNode, compiling: Compiling): void {
  if (receiver.op !== '.') return;
  const id = fieldOf(receiver, compiling);
  if (compiling.scope[id]?.type === 'choices')
    refuse(node, compiling, `asks a list for ${name}`, `Write "option" in deal.${id}.`);
}

function refuseFunction(node: ASTNode, name: string, compiling: Compiling): never {
  const known = available.find((one) => one === name);
  const remedy =
    (Object.hasOwn(instead, name) ? instead[name] : undefined) ??
    (known ? usage(known) : `Available are ${available.join(', ')}.${didYouMean(name, available)}`);
  return refuse(
    node,
    compiling,
    known ? `does not use ${name} as it works` : `uses ${name}, which conditions do not have`,
    remedy,
  );
}

function usage(name: string): string {
  if (name === 'has') return 'Write has(deal.field).';
  if (name === 'size') return 'Write size(deal.field).';
  if (name === 'exists' || name === 'all') return `Write deal.field.${name}(x, x == "option").`;
  return `Write deal.field.${name}("text").`;
}
