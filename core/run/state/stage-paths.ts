import type { LinkDefinition } from '../../definition/definition.ts';

type Outgoing = ReadonlyMap<string, LinkDefinition[]>;

/**
 * The steps all of whose paths lead to `join` and nowhere else (E5), in the order given, which is
 * topological. One pass; each link is looked at once.
 */
export function onlyInto(join: string, order: readonly string[], outgoing: Outgoing): string[] {
  const inside = new Set([join]);
  for (const id of order.toReversed()) {
    const links = outgoing.get(id) ?? [];
    if (links.length > 0 && links.every(({ to }) => inside.has(to))) inside.add(id);
  }
  inside.delete(join);
  return order.filter((id) => inside.has(id));
}

/** What a rework sets back (E13): its target, its sender, and all that is behind either. */
export function resetBy(
  { from, to }: LinkDefinition,
  order: readonly string[],
  outgoing: Outgoing,
): string[] {
  const reached = new Set([from, to]);
  for (const id of reached) for (const link of outgoing.get(id) ?? []) reached.add(link.to);
  return order.filter((id) => reached.has(id));
}
