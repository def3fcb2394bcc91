import type { Link } from '../drawing/link.ts';
import { metrics } from './metrics.ts';
import type { Grid } from './place-steps.ts';

/**
 * Where on the bottom edge the links of a step start, by their ports: links of different ports
 * start apart, in the order of their targets' lanes; the one that goes straight on starts in the
 * middle.
 */
export function anchorsOf(grid: Grid, links: Link[]): Map<string, number> {
  const own = grid.cells.get(links[0]!.from)!.lane;
  const lanes = new Map<string, number>();
  for (const link of links) {
    const lane = grid.cells.get(link.to)!.lane;
    lanes.set(portKey(link), Math.min(lane, lanes.get(portKey(link)) ?? Infinity));
  }
  const keys = [...lanes.keys()].sort((a, b) => lanes.get(a)! - lanes.get(b)!);
  const { width } = metrics.card;
  const straight = keys.filter((key) => lanes.get(key) === own);
  if (straight.length !== 1) return spread(keys, 0, width);
  const at = keys.indexOf(straight[0]!);
  return new Map([
    ...spread(keys.slice(0, at), 0, width / 2),
    [straight[0]!, width / 2],
    ...spread(keys.slice(at + 1), width / 2, width),
  ]);
}

function spread(keys: string[], from: number, to: number): Map<string, number> {
  const gap = (to - from) / (keys.length + 1);
  return new Map(keys.map((key, i) => [key, Math.round(from + gap * (i + 1))]));
}

/** Links of a step that listen to the same ports start together. */
export function portKey(link: Link): string {
  return link.ports.join();
}
