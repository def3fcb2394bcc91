import { own } from '../state/own.ts';
import { definitionOf, type Turn } from '../state/turn.ts';

/** Whether a step's turn has come: `dead` when all its links are, `short` when too few can be live (E5). */
export type Verdict = 'waits' | 'comes' | 'dead' | 'short';

/** What the links of a step say (E1, E5). A step without links into it starts with its stage. */
export function verdictOn(turn: Turn, step: string): Verdict {
  const { index, part } = turn.frame;
  const incoming = index?.incoming.get(step) ?? [];
  if (incoming.length === 0) return 'comes';
  const open = unresolvedOf(turn, step);
  const join = definitionOf(turn, step)?.join;
  if (!join && open > 0) return 'waits';
  const live = incoming.filter(({ id }) => own(part.links, id) === 'live').length;
  if (live >= (join?.need ?? 1)) return 'comes';
  if (!join || (live === 0 && open === 0)) return 'dead';
  return live + open < join.need ? 'short' : 'waits';
}

/** How many links into a step are not resolved; counted once, then kept by `links`. */
export function unresolvedOf(turn: Turn, step: string): number {
  const { unresolved, index, part } = turn.frame;
  const known = unresolved.get(step);
  if (known !== undefined) return known;
  const incoming = index?.incoming.get(step) ?? [];
  return incoming.filter((link) => own(part.links, link.id) === undefined).length;
}
