import type { Absences } from './pool.ts';

/** How many substitutes are asked for one absent person. */
const maxDepth = 3;

/**
 * Who does the work of a person: themselves, or while they are away their substitute, or that one's,
 * up to three deep. Null when there is nobody, and when the substitutes form a circle.
 */
export function standInFor(person: string, absences: Absences): string | null {
  const seen = new Set([person]);
  let at = person;
  for (let depth = 0; absences.has(at); depth += 1) {
    const next = absences.get(at)?.substitute ?? null;
    if (next === null || depth === maxDepth || seen.has(next)) return null;
    seen.add(next);
    at = next;
  }
  return at;
}
