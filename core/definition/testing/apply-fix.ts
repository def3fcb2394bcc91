import type { Drawing } from '../../drawing/drawing.ts';
import type { Fix } from '../problems/problem.ts';

/** Applies a fix to a drawing in place. */
export function applyFix(drawing: Drawing, fix: Fix): void {
  for (const { op, path, value } of fix.patch) {
    let place: unknown = drawing;
    for (const key of path.slice(0, -1)) place = (place as Record<string | number, unknown>)[key];
    const last = path.at(-1)!;
    if (op === 'remove' && Array.isArray(place)) place.splice(Number(last), 1);
    else if (op === 'add' && Array.isArray(place)) place.splice(Number(last), 0, value);
    else (place as Record<string | number, unknown>)[last] = op === 'remove' ? undefined : value;
  }
}
