import type { Link } from '../drawing/link.ts';
import { gapBeside, laneX, type Point } from './metrics.ts';
import type { Cell, Grid } from './place-steps.ts';
import { gapBelow, type Rows } from './rows.ts';
import type { Tracks } from './tracks.ts';

/** Where on the side of a card a rework link leaves and enters, from its top. */
const sideAt = 28;

interface BackRouting {
  grid: Grid;
  rows: Rows;
  tracks: Tracks;
  link: Link;
  from: Cell;
  to: Cell;
}

/**
 * The line of a rework link: out of the left side of its source, up beside the cards, into the left
 * side of its target. Between lanes it changes over in the gap under the target's row.
 */
export function routeBack(routing: BackRouting): Point[] {
  const { rows, from, to } = routing;
  const [start, end] = [sideOf(routing, from), sideOf(routing, to)];
  const [out, into] = [besideOf(routing, from.lane), besideOf(routing, to.lane)];
  const leave = [start, { x: out, y: start.y }];
  const enter = [{ x: into, y: end.y }, end];
  if (out === into) return [...leave, ...enter];
  const across = gapBelow(rows, to.row) + routing.tracks.offset(`row ${to.row}`, keyOf(routing));
  return [...leave, { x: out, y: across }, { x: into, y: across }, ...enter];
}

function sideOf({ rows, tracks, link }: BackRouting, { row, lane }: Cell): Point {
  const y = rows.tops[row]! + sideAt + tracks.offset(`side ${row}:${lane}`, link.id);
  return { x: laneX(lane), y };
}

function besideOf(routing: BackRouting, lane: number): number {
  const { grid, tracks } = routing;
  return gapBeside(lane, grid.lanes) + tracks.offset(`lane ${lane}`, keyOf(routing));
}

function keyOf({ link }: BackRouting): string {
  return `back ${link.id}`;
}
