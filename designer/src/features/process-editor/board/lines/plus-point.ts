import { metrics, type Point } from '#core/layout/metrics.ts';

/** From the middle of a line to the middle of the button beside it: the line itself stays free. */
const BESIDE = 14;

/**
 * Where the button that adds a step stands: in the gap above the target, beside the end of the line, on the
 * side that the line does not come from; left of a straight one, as its words stand right.
 */
export function plusPoint(points: readonly Point[]): Point {
  const end = points.at(-1) ?? { x: 0, y: 0 };
  const turn = points.findLast(({ x }) => x !== end.x);
  const side = turn !== undefined && turn.x < end.x ? BESIDE : -BESIDE;
  return { x: end.x + side, y: end.y - metrics.rowGap / 2 };
}
