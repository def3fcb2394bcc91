import type { Drawing } from '#core/drawing/drawing.ts';
import { holdersOf } from '../state/selection.ts';
import type { Difference } from './difference.ts';

interface Order {
  what: string;
  ids: string[];
}

const idsOf = (list: readonly { id: string }[] = []): string[] => list.map(({ id }) => id);

/** Everything of a drawing that has an order, by a key that both drawings share. */
function ordersOf(drawing: Drawing): Map<string, Order> {
  const { stages, fields, policies, rails, clocks } = drawing;
  const lists = { stages, fields, policies, rails, clocks };
  return new Map([
    ...Object.entries(lists).map(
      ([key, list]) => [key, { what: `Order of the ${key}`, ids: idsOf(list) }] as const,
    ),
    ...holdersOf(drawing).map(
      ({ id, name, steps }) =>
        [`steps ${id}`, { what: `Order of the steps of ${name}`, ids: idsOf(steps) }] as const,
    ),
  ]);
}

/** Where two drawings have the same elements in another order. */
export function orderDifferences(mine: Drawing, theirs: Drawing): Difference[] {
  const others = ordersOf(theirs);
  return [...ordersOf(mine)].flatMap(([key, { what, ids }]) => {
    const other = others.get(key)?.ids ?? [];
    const here = ids.filter((id) => other.includes(id));
    const there = other.filter((id) => ids.includes(id));
    if (here.join() === there.join()) return [];
    return [{ what, mine: 'your version', theirs: 'another version' }];
  });
}
