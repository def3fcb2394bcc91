import type { Point } from './metrics.ts';

/** Without points in the middle of a straight line. */
export function straightened(points: Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const [a, b] = kept.slice(-2);
    const last = kept.at(-1);
    if (last && last.x === point.x && last.y === point.y) continue;
    const inLine = a && b && ((a.x === b.x && b.x === point.x) || (a.y === b.y && b.y === point.y));
    if (inLine) kept.pop();
    kept.push(point);
  }
  return kept;
}
