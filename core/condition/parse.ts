import { ParseError, type ASTNode, type Environment } from '@marcbachmann/cel-js';
import { ConditionRefusal, type SourceRange } from './refusal.ts';

/** Names of the library's tokens, as a person would call them. */
const tokens: Record<string, string> = {
  EOF: 'the end of the condition',
  RPAREN: ')',
  LPAREN: '(',
  RBRACKET: ']',
  LBRACKET: '[',
  RBRACE: '}',
  LBRACE: '{',
  IDENTIFIER: 'a name',
  NUMBER: 'a number',
  STRING: 'a text',
  COLON: ':',
  COMMA: ',',
  DOT: '.',
  QUESTION: '?',
  AND: '&&',
  OR: '||',
  NOT: '!',
  IN: 'in',
  EQ: '==',
  NE: '!=',
  LT: '<',
  LE: '<=',
  GT: '>',
  GE: '>=',
  PLUS: '+',
  MINUS: '-',
  MULTIPLY: '*',
  DIVIDE: '/',
  MODULO: '%',
};

/** What people write from habit, and what it is called here. */
const habits: Record<string, string> = {
  '=': 'Write == to compare.',
  and: 'Write && for “and”.',
  or: 'Write || for “or”.',
  is: 'Write == to compare.',
  not: 'Write ! in front of what is denied.',
  '&': 'Write && for “and”.',
  '|': 'Write || for “or”.',
  '“': 'Write texts in straight quotation marks: "text".',
  '”': 'Write texts in straight quotation marks: "text".',
  '„': 'Write texts in straight quotation marks: "text".',
  '’': 'Write texts in straight quotation marks: "text".',
  '‘': 'Write texts in straight quotation marks: "text".',
};

const lengthLimit = 10_000;
const tooLarge = 'The condition is too large. Split it over several criteria or steps.';

/**
 * Reads the syntax of a condition.
 * @throws ConditionRefusal where it cannot be read on
 */
export function parseCondition(text: string, environment: Environment): ASTNode {
  if (text.length > lengthLimit) throw new ConditionRefusal(tooLarge);
  if (text.trim() === '')
    throw new ConditionRefusal(
      'The condition is empty. Write one, such as deal.field > 1000, or remove it.',
    );
  try {
    return environment.parse(text).ast;
  } catch (error) {
    if (error instanceof ParseError) throw refusalOf(error, text);
    throw error;
  }
}

function refusalOf({ code, summary, range }: ParseError, text: string): ConditionRefusal {
  const at = range ?? { start: 0, end: text.length };
  switch (code) {
    case 'limit_exceeded':
      return new ConditionRefusal(tooLarge, at);
    case 'unterminated_string':
    case 'unterminated_triple_quoted_string':
      return new ConditionRefusal(
        `The text that begins at ${placeOf(at, text)} does not end. Close it with a quotation mark.`,
        at,
      );
    case 'invalid_macro_argument':
      return new ConditionRefusal(
        `${placeOf(at, text)} cannot be the name of an item. Write exists(x, x == "option").`,
        at,
      );
    default:
      return new ConditionRefusal(
        `The condition cannot be read at ${placeOf(at, text)}. ${remedyFor(at, summary, text)}`,
        at,
      );
  }
}

function remedyFor({ start, end }: SourceRange, summary: string, text: string): string {
  const before = /(\w+)\s*$/.exec(text.slice(0, start))?.[1]?.toLowerCase() ?? '';
  const habit = [text.slice(start, end).toLowerCase(), before].find((one) =>
    Object.hasOwn(habits, one),
  );
  if (habit) return habits[habit] ?? '';
  const plain = summary.replace(/\b[A-Z]{2,}\b/g, (token) => tokens[token] ?? token);
  return `${plain}. Check brackets, quotation marks and what stands before.`;
}

function placeOf({ start, end }: SourceRange, text: string): string {
  if (start >= text.length) return 'its end';
  return `“${text.slice(start, Math.max(end, start + 1))}” (character ${start + 1})`;
}
