import type { Drawing } from '#core/drawing/drawing.ts';
import { drawnRail } from '#core/drawing/drawn-step.ts';
import { inOrder } from '../../commands/rails/rail-chain.ts';
import type { Selection } from '../../state/selection.ts';
import type { Direction } from './direction.ts';

/** The first rail below the columns. */
export function firstRail({ rails = [] }: Drawing): Selection | undefined {
  const [rail] = rails;
  return rail && { kind: 'rail', stage: rail.id };
}

/**
 * Where an arrow key leads from a rail or one of its steps: along its steps, to the rails above and
 * below, and from the first one up to the stage where it begins. `undefined` = the selection is no rail.
 */
export function walkRails(
  drawing: Drawing,
  selection: Selection,
  direction: Direction,
): { to: Selection | undefined } | undefined {
  if (selection.kind !== 'rail' && selection.kind !== 'step') return undefined;
  const rail = drawnRail(drawing, selection.stage);
  if (!rail) return undefined;
  const rails = drawing.rails ?? [];
  const by = direction === 'up' || direction === 'left' ? -1 : 1;
  if (direction === 'up' || direction === 'down') {
    const next = rails[rails.indexOf(rail) + by];
    if (next) return { to: { kind: 'rail', stage: next.id } };
    return { to: by < 0 ? { kind: 'stage', stage: rail.from } : undefined };
  }
  const order = inOrder(rail);
  const at = selection.kind === 'rail' ? -1 : order.findIndex((step) => step.id === selection.id);
  if (at + by === -1) return { to: { kind: 'rail', stage: rail.id } };
  const step = order[at + by];
  return { to: step && { kind: 'step', stage: rail.id, id: step.id } };
}
