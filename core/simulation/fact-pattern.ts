import { z } from 'zod';
import type { Fact } from '../run/contract/fact.ts';
import { factTypes } from './fact-types.ts';

/** A fact and when it happened, epoch ms. */
export interface TimedFact {
  at: number;
  fact: Fact;
}

const type = z.enum(factTypes);

/** A fact as a scenario expects it: its type, or the type and some of what it says. */
export const factPatternSchema = z
  .union([type, z.looseObject({ type })], {
    error: ({ input }) =>
      `${JSON.stringify(input)} is no fact. Write its type, or an object with its type and what it must say. Types: ${factTypes.join(', ')}.`,
  })
  .meta({ id: 'fact', description: 'The type of a fact, or its type and some of what it says.' });
export type FactPattern = z.infer<typeof factPatternSchema>;

/** Whether a fact says all that the pattern says; instants (`at`, `due`) may be written as text. */
export function matches(pattern: FactPattern, { at, fact }: TimedFact): boolean {
  if (typeof pattern === 'string') return fact.type === pattern;
  return includes({ at, ...fact }, pattern);
}

function includes(whole: unknown, part: unknown, key = ''): boolean {
  if (typeof part !== 'object' || part === null) return isSame(whole, part, key);
  if (typeof whole !== 'object' || whole === null) return false;
  if (Array.isArray(part) && (!Array.isArray(whole) || whole.length !== part.length)) return false;
  return Object.entries(part).every(
    ([name, inner]) =>
      Object.hasOwn(whole, name) && includes((whole as Record<string, unknown>)[name], inner, name),
  );
}

function isSame(whole: unknown, part: unknown, key: string): boolean {
  const isInstant = (key === 'at' || key === 'due') && typeof part === 'string';
  return whole === (isInstant ? Date.parse(part) : part);
}

/** A fact as it is printed: what it says, with instants as ISO text. */
export function shownFact({ at, fact }: TimedFact): Record<string, unknown> {
  const due = 'due' in fact ? { due: isoInstant(fact.due) } : {};
  return { at: isoInstant(at), ...fact, ...due };
}

export function isoInstant(at: number): string {
  return new Date(at).toISOString();
}
