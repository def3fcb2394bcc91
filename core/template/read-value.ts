import { TokenKind, type Token, type Value } from 'liquidjs';
import { combine, unknownFacts, type Facts } from './known-when.ts';
import { readFilter } from './read-filter.ts';
import { readOperand, type Known } from './read-operand.ts';
import { refuse, type At, type Walk } from './reading.ts';

const sizes = new Set(['<', '>', '<=', '>=']);

/** Reads a value with its filters; `lenient` where its names may be absent. */
export function readValue(walk: Walk, value: Value, at: At, place: Token, lenient = false): Known {
  const mayLack = lenient || value.filters[0]?.name === 'default';
  const initial = readExpression(walk, value.initial.postfix, at, place, mayLack);
  let { longest } = initial;
  for (const filter of value.filters) longest = readFilter(walk, filter, at, place, longest);
  walk.cost += at.turns * longest * (1 + value.filters.length);
  return value.filters.length === 0 ? initial : { ...unknownFacts, longest };
}

/** The library keeps an expression with the operators behind what they work on. */
function readExpression(
  walk: Walk,
  postfix: readonly Token[],
  at: At,
  place: Token,
  lenient: boolean,
): Known {
  const stack: Known[] = [];
  for (const token of postfix) {
    if (token.kind !== TokenKind.Operator) stack.push(readOperand(walk, token, at, lenient));
    else {
      const operator = token.getText();
      const right = stack.pop();
      const left = operator === 'not' ? { ...unknownFacts, longest: 5 } : stack.pop();
      if (!left || !right) break;
      compare(walk, token, operator, left, right);
      stack.push({ ...combine(operator, left, right), longest: 5 });
    }
  }
  const [whole] = stack;
  if (stack.length === 1 && whole) return whole;
  refuse(
    walk,
    place,
    `has an expression that cannot be read: ${place.getText()}. Write one name, or a condition.`,
  );
  return { ...unknownFacts, longest: 0 };
}

/** Values are words: only numbers have a size, and a yes-or-no value is "yes" or "no". */
function compare(walk: Walk, token: Token, operator: string, left: Facts, right: Facts): void {
  for (const side of [left, right]) {
    const read = walk.reads.findLast(({ path }) => path === side.path);
    if (sizes.has(operator) && read) walk.compared.push(read);
    if (
      (operator === '==' || operator === '!=') &&
      (side.word === 'true' || side.word === 'false')
    ) {
      refuse(walk, token, `compares with ${side.word}. Compare with "yes" or "no".`);
    }
  }
}
