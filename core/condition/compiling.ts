import type { ASTNode } from '@marcbachmann/cel-js';
import type { Condition } from './condition.ts';
import { ConditionRefusal, didYouMean, quote, type SourceRange } from './refusal.ts';
import type { FieldScope } from './scope.ts';

/** What the parts of the compiler share while they turn one text into a condition. */
export interface Compiling {
  text: string;
  scope: FieldScope;
  ranges: Map<Condition, SourceRange>;
  /** Variables of the `exists` and `all` around, innermost last. */
  variables: string[];
  compile: (node: ASTNode, compiling: Compiling) => Condition;
}

/** Id of the field that `deal.<id>` names. */
export function fieldOf(node: ASTNode, compiling: Compiling): string {
  if (node.op !== '.')
    return refuse(node, compiling, 'is not a field of the deal', 'Write deal.field.');
  const [owner, id] = node.args;
  if (owner.op !== 'id' || owner.args !== 'deal' || compiling.variables.includes('deal'))
    return refuse(
      node,
      compiling,
      'is not a field of the deal',
      'Fields are written deal.field and have no parts.',
    );
  if (!Object.hasOwn(compiling.scope, id))
    return refuse(
      node,
      compiling,
      'is not a field of this process',
      `Add the field, or name another.${didYouMean(id, Object.keys(compiling.scope), 'deal.')}`,
    );
  return id;
}

export function refuse(node: ASTNode, { text }: Compiling, what: string, remedy: string): never {
  const range = { start: node.start, end: node.end };
  throw new ConditionRefusal(`${quote(text, range)} ${what}. ${remedy}`, range);
}
