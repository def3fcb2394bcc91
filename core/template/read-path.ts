import { TokenKind, type PropertyAccessToken, type Token } from 'liquidjs';
import { refuse, spotOf, type At, type TemplateRead, type Walk } from './reading.ts';

/** What a loop tells about itself. */
const forloop = new Set(['index', 'index0', 'rindex', 'rindex0', 'first', 'last', 'length']);
const LONGEST_NUMBER = 20;

/** A name that stands in a template, as far as it is one. */
export interface NamedValue {
  path: string;
  /** The longest text it can have. */
  longest: number;
  /** Absent for what the template itself has assigned. */
  read?: TemplateRead;
}

/** Reads a name; `lenient` where it may be absent. Undefined when it is refused. */
export function readPath(
  walk: Walk,
  token: PropertyAccessToken,
  at: At,
  lenient: boolean,
): NamedValue | undefined {
  const path = plainPath(token);
  if (path === undefined) {
    const what = `looks a value up in brackets: ${token.getText()}. Write its name, such as deal.price.`;
    refuse(walk, token, what);
    return undefined;
  }
  const own = ownValue(walk, token, at, path, lenient);
  if (own) return own;
  const read = { path, guarded: lenient || at.known.has(path), ...spotOf(token) };
  walk.reads.push(read);
  return { path, longest: walk.longest(path), read };
}

/** Names with dots between them; a quoted one in brackets is a name as well. */
function plainPath({ variable, props }: PropertyAccessToken): string | undefined {
  if (variable !== undefined) return undefined;
  const names = props.map((prop) => nameOf(prop));
  return names.every((name) => name !== undefined) ? names.join('.') : undefined;
}

function nameOf(prop: Token): string | undefined {
  if (prop.kind !== TokenKind.Word && prop.kind !== TokenKind.Quoted) return undefined;
  const { content } = prop as Token & { content: string };
  return content.includes('.') ? undefined : content;
}

/** What the template has named itself: by a loop or an assignment. */
function ownValue(
  walk: Walk,
  token: Token,
  { known, loops }: At,
  path: string,
  lenient: boolean,
): NamedValue | undefined {
  const inLoop = loops.length > 0 && path.startsWith('forloop.') && forloop.has(path.slice(8));
  if (inLoop || loops.includes(path)) return { path, longest: LONGEST_NUMBER };
  const longest = walk.locals.get(path);
  if (longest === undefined) return undefined;
  if (!lenient && !known.has(path)) {
    const what = `shows “${path}”, which is not assigned on every way there. Assign it before, outside of any if.`;
    refuse(walk, token, what);
  }
  return { path, longest };
}
