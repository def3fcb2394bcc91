import { TokenKind, type Filter, type Token } from 'liquidjs';
import { allowedFilters, type ArgumentKind } from './allowed.ts';
import { readOperand } from './read-operand.ts';
import { refuse, type At, type Walk } from './reading.ts';

/** Reads a filter's arguments, and says how long a text of `longest` characters can become by it. */
export function readFilter(
  walk: Walk,
  filter: Filter,
  at: At,
  place: Token,
  longest: number,
): number {
  const { takes, least } = allowedFilters[filter.name] ?? { takes: [], least: 0 };
  const { args } = filter;
  if (args.length < least || args.length > takes.length) {
    refuse(
      walk,
      place,
      `gives ${filter.name} ${args.length} arguments; it takes ${counted(takes.length, least)}.`,
    );
    return longest;
  }
  const lengths = args.map((arg, index) =>
    readArgument(walk, filter, arg, takes[index]!, at, place),
  );
  return grown(filter.name, longest, lengths);
}

function counted(most: number, least: number): string {
  if (most === 0) return 'none';
  return least === most ? String(most) : `${least} to ${most}`;
}

function readArgument(
  walk: Walk,
  { name }: Filter,
  arg: Filter['args'][number],
  kind: ArgumentKind,
  at: At,
  place: Token,
): number {
  if (Array.isArray(arg) || !fits(arg, kind)) {
    const needed = {
      text: 'a text in quotes',
      number: 'a number',
      value: 'a text in quotes or a name',
    };
    refuse(
      walk,
      place,
      `gives ${name} an argument that it does not take. Give it ${needed[kind]}.`,
    );
    return 0;
  }
  return readOperand(walk, arg, at, false).longest;
}

function fits({ kind }: Token, needed: ArgumentKind): boolean {
  if (kind === TokenKind.Number) return needed !== 'text';
  if (kind === TokenKind.Quoted) return needed !== 'number';
  return kind === TokenKind.PropertyAccess && needed === 'value';
}

function grown(name: string, longest: number, [first = 0, second = 0]: number[]): number {
  switch (name) {
    case 'append':
    case 'prepend':
      return longest + first;
    case 'default':
      return Math.max(longest, first);
    case 'replace':
      return longest + Math.ceil((longest + 1) / Math.max(1, first)) * second;
    case 'replace_first':
    case 'truncate':
    case 'truncatewords':
      return longest + second + 3;
    default:
      return longest;
  }
}
