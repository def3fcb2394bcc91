interface Point {
  x: number;
  y: number;
}

const RADIUS = 6;

function toward(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return from;
  const share = Math.min(1, distance / length);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function half(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y) / 2;
}

/** The path of an orthogonal line with its corners rounded by 6 px, less where there is no room. */
export function routedPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const parts = rest.map((corner, index) => {
    const before = points[index] ?? first;
    const after = points[index + 2];
    if (!after) return `L${corner.x} ${corner.y}`;
    const radius = Math.min(RADIUS, half(before, corner), half(corner, after));
    const start = toward(corner, before, radius);
    const end = toward(corner, after, radius);
    return `L${start.x} ${start.y}Q${corner.x} ${corner.y} ${end.x} ${end.y}`;
  });
  return `M${first.x} ${first.y}${parts.join('')}`;
}

/** A level part of this length, in pixels, has room for words. */
export const LABEL_ROOM = 56;

/** Where a label stands on a line: the middle of its longest level part with room, or of its longest part. */
export function labelPoint(points: readonly Point[]): Point & { level: boolean; room: number } {
  let best = { x: points[0]?.x ?? 0, y: points[0]?.y ?? 0, level: false, room: 0 };
  let bestScore = -1;
  for (let index = 1; index < points.length; index += 1) {
    const [a, b] = [points[index - 1], points[index]];
    if (!a || !b) continue;
    const level = a.y === b.y;
    const room = Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    const score = level && room >= LABEL_ROOM ? room + 10_000 : room;
    if (score > bestScore) {
      bestScore = score;
      best = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, level, room };
    }
  }
  return best;
}
