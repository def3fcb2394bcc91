import type { AssignTag, Value } from 'liquidjs';
import { union } from './known-when.ts';
import { readValue } from './read-value.ts';
import { refuse, type At, type Walk } from './reading.ts';

const reserved = ['deal', 'contact', 'owner', 'forloop'];
export const reservedNames = 'deal, contact, owner and forloop';

/** These names would hide what the mail is about. */
export function isReserved(name: string): boolean {
  return reserved.includes(name);
}

/** A name that the template gives to a value; from there on it is known. */
export function readAssign(walk: Walk, tag: AssignTag, at: At): ReadonlySet<string> {
  const [value] = tag.arguments() as Iterable<Value>;
  const [name] = [...tag.localScope()].map(({ content }) => content);
  const { token } = tag;
  const { longest } = readValue(walk, value!, at, token);
  if (isReserved(name!))
    refuse(walk, token, `assigns “${name}”. Take a name other than ${reservedNames}.`);
  if (at.loops.length > 0) {
    refuse(walk, token, `assigns “${name}” in a loop. Assign it before the loop.`);
  }
  walk.locals.set(name!, Math.max(longest, walk.locals.get(name!) ?? 0));
  return union(at.known, new Set([name!]));
}
