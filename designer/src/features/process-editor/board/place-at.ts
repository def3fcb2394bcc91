import type { EndTarget } from '#core/drawing/drawing.ts';
import type { BoardLayout } from '#core/layout/board.ts';
import type { Point, Rectangle } from '#core/layout/metrics.ts';
import type { Selection } from '../state/selection.ts';

function holds(box: Rectangle, { x, y }: Point): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

/** What lies under a point of the board: a step, else the stage or rail that it is in. */
export function placeAt(layout: BoardLayout, point: Point): Selection | undefined {
  const rail = layout.rails.find((one) => holds(one, point));
  if (rail) return { kind: 'rail', stage: rail.id };
  const column = layout.columns.find((one) => holds(one, point));
  if (!column) return undefined;
  const inside = { x: point.x - column.x, y: point.y - column.y };
  const step = layout.steps.find((one) => one.stage === column.stage && holds(one, inside));
  if (step) return { kind: 'step', stage: column.stage, id: step.id };
  return { kind: 'stage', stage: column.stage };
}

/** The end column under a point of the board. */
export function endAt(layout: BoardLayout, point: Point): EndTarget | undefined {
  return layout.ends.find((one) => holds(one, point))?.id;
}
