import { TokenKind, type ForTag, type RangeToken, type Token } from 'liquidjs';
import { isReserved, reservedNames } from './read-assign.ts';
import { refuse, type At, type Walk } from './reading.ts';

/** Turns that the loops around a place may take in all. */
const MOST_TURNS = 100;

/** How often a loop goes round. Values are words, never lists: it runs over numbers that stand there. */
export function loopTurns(walk: Walk, tag: ForTag, at: At): number {
  const { token, collection, hash, variable } = tag;
  if (isReserved(variable)) {
    refuse(walk, token, `names its turn “${variable}”. Take a name other than ${reservedNames}.`);
  }
  if (!Object.values(hash.hash).every((option) => !option || option.kind === TokenKind.Number)) {
    refuse(walk, token, 'limits a loop by a value. Write the number itself.');
  }
  const turns = rangeOf(collection);
  if (turns === undefined) {
    const what = `goes through ${collection.getText()}, which is no list. Write the numbers themselves, such as (1..3).`;
    refuse(walk, token, what);
  } else if (turns * at.turns > MOST_TURNS) {
    const what = `goes round ${turns * at.turns} times; at most ${MOST_TURNS} are possible. Take fewer.`;
    refuse(walk, token, what);
  }
  return Math.min(turns ?? 0, MOST_TURNS);
}

function rangeOf(collection: Token): number | undefined {
  if (collection.kind !== TokenKind.Range) return undefined;
  const { lhs, rhs } = collection as RangeToken;
  if (lhs.kind !== TokenKind.Number || rhs.kind !== TokenKind.Number) return undefined;
  return Math.max(0, Number(rhs.getText()) - Number(lhs.getText()) + 1);
}
