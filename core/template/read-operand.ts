import { TokenKind, type PropertyAccessToken, type QuotedToken, type Token } from 'liquidjs';
import { factsOfPath, unknownFacts, type Facts } from './known-when.ts';
import { readPath } from './read-path.ts';
import { refuse, type At, type Walk } from './reading.ts';

/** What is known about an operand or a whole value. */
export interface Known extends Facts {
  /** Characters of its longest text. */
  longest: number;
}

/** One operand: a name, a text, a number, or a word such as `nil`. */
export function readOperand(walk: Walk, token: Token, at: At, lenient: boolean): Known {
  switch (token.kind) {
    case TokenKind.PropertyAccess: {
      const named = readPath(walk, token as PropertyAccessToken, at, lenient);
      return named
        ? { ...factsOfPath(named.path), longest: named.longest }
        : { ...unknownFacts, longest: 0 };
    }
    case TokenKind.Quoted:
      return { ...unknownFacts, solid: true, longest: (token as QuotedToken).content.length };
    case TokenKind.Number:
      return { ...unknownFacts, solid: true, longest: token.getText().length };
    case TokenKind.Literal:
      return { ...unknownFacts, word: token.getText(), longest: 5 };
    default:
      refuse(
        walk,
        token,
        `cannot show ${token.getText()}. A list of numbers stands in a for alone.`,
      );
      return { ...unknownFacts, longest: 0 };
  }
}
