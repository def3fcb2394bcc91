import type { Condition } from './condition.ts';
import type { SourceRange } from './refusal.ts';

export interface CelText {
  text: string;
  /** Which part of the condition each stretch of the text stands for; outer ones first. */
  spans: { range: SourceRange; condition: Condition }[];
}

/**
 * A condition as CEL in which every number is a double, fully bracketed: what the library checks.
 * CEL's whole numbers are a type of their own that JSON and a person's `deal.margin < 15` lack.
 */
export function celText(condition: Condition): CelText {
  const written: CelText = { text: '', spans: [] };
  write(condition, written);
  return written;
}

function write(condition: Condition, written: CelText): void {
  const range = { start: written.text.length, end: 0 };
  written.spans.push({ range, condition });
  for (const part of partsOf(condition)) {
    if (typeof part === 'string') written.text += part;
    else write(part, written);
  }
  range.end = written.text.length;
}

/** Pieces of text with the operands between them. */
function partsOf(condition: Condition): (string | Condition)[] {
  switch (condition.op) {
    case 'literal':
      return [literalText(condition.args[0])];
    case 'field':
      return [`deal.${condition.args[0]}`];
    case 'item':
      return [condition.args[0]];
    case 'has':
      return [`has(deal.${condition.args[0]})`];
    case 'list':
      return ['[', ...condition.args.flatMap((item) => [item, ', ']), ']'];
    case '!':
      return ['!(', condition.args[0], ')'];
    case 'neg':
      return ['-(', condition.args[0], ')'];
    case 'size':
      return ['double(size(', condition.args[0], '))'];
    case '?:':
      return [
        '((',
        condition.args[0],
        ') ? (',
        condition.args[1],
        ') : (',
        condition.args[2],
        '))',
      ];
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return ['(', condition.args[0], `).${condition.op}(`, condition.args[1], ')'];
    case 'exists':
    case 'all':
      return [
        '(',
        condition.args[0],
        `).${condition.op}(${condition.args[1]}, `,
        condition.args[2],
        ')',
      ];
    default:
      return ['(', condition.args[0], ` ${condition.op} `, condition.args[1], ')'];
  }
}

function literalText(value: number | string | boolean): string {
  if (typeof value === 'string') return stringText(value);
  if (typeof value === 'boolean') return String(value);
  const digits = String(value);
  return /[.e]/.test(digits) ? digits : `${digits}.0`;
}

function stringText(value: string): string {
  const escaped = value.replace(
    /[\\"\p{Cc}]/gu,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}
