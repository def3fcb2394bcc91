import type { StageGraph } from '../definition/flow/stage-graph.ts';
import { anchorsOf, portKey } from './link-anchors.ts';
import { gapBeside, laneX, metrics, type Point } from './metrics.ts';
import { cellKey, type Cell, type Grid } from './place-steps.ts';
import { routeBack } from './route-back.ts';
import { gapBelow, type Rows } from './rows.ts';
import { straightened } from './straightened.ts';
import { newTracks, type Tracks } from './tracks.ts';

export interface RoutedLink {
  id: string;
  stage: string;
  /**
   * Orthogonal, from the bottom of `from` to the top of `to`, relative to the column; a rework link
   * leads from the left side of `from` to the left side of `to`.
   */
  points: Point[];
}

/**
 * Routes the links of a stage through the gaps between rows and lanes: lines never cross a card.
 * A line runs straight down where the cells between are empty.
 */
export function routeLinks(
  graph: StageGraph,
  grid: Grid,
  rows: Rows,
  bottoms: Map<string, number>,
): RoutedLink[] {
  const tracks = newTracks();
  const anchors = new Map<string, Map<string, number>>();
  for (const [from, links] of graph.outgoing) anchors.set(from, anchorsOf(grid, links));
  return graph.stage.links.flatMap((link) => {
    const from = grid.cells.get(link.from);
    const to = grid.cells.get(link.to);
    if (!from || !to) return [];
    if (link.rework) {
      const points = routeBack({ grid, rows, tracks, link, from, to });
      return [{ id: link.id, stage: graph.stage.id, points: straightened(points) }];
    }
    const start = {
      x: laneX(from.lane) + anchors.get(link.from)!.get(portKey(link))!,
      y: bottoms.get(link.from)!,
    };
    const end = { x: laneX(to.lane) + metrics.card.width / 2, y: rows.tops[to.row]! };
    const points = route({
      grid,
      rows,
      tracks,
      from,
      to,
      start,
      end,
      source: `${link.from} ${portKey(link)}`,
    });
    return [{ id: link.id, stage: graph.stage.id, points: straightened(points) }];
  });
}

interface Routing {
  grid: Grid;
  rows: Rows;
  tracks: Tracks;
  source: string;
  from: Cell;
  to: Cell;
  start: Point;
  end: Point;
}

function route(routing: Routing): Point[] {
  const { grid, from, to, start, end } = routing;
  const down = to.row > from.row;
  const toLaneClear = down && isClear(grid, to.lane, from.row, to.row);
  if (toLaneClear && start.x === end.x) return [start, end];
  if (toLaneClear) return turning(start, end, rowTrack(routing, from.row));
  if (down && isClear(grid, from.lane, from.row, to.row)) {
    return turning(start, end, rowTrack(routing, to.row - 1));
  }
  const below = rowTrack(routing, from.row);
  const above = rowTrack(routing, to.row - 1);
  const x = laneTrack(routing);
  return [...turning(start, { x, y: below }, below), ...turning({ x, y: above }, end, above)];
}

function turning(start: Point, end: Point, y: number): Point[] {
  return [start, { x: start.x, y }, { x: end.x, y }, end];
}

/** Height at which lines of the source run in the gap under a row; -1 is under the header. */
function rowTrack({ rows, tracks, source }: Routing, row: number): number {
  if (row < 0) return rows.tops[0]! - metrics.headerGap / 2;
  return gapBelow(rows, row) + tracks.offset(`row ${row}`, source);
}

/** No step stands in the lane strictly between two rows. */
function isClear(grid: Grid, lane: number, from: number, to: number): boolean {
  for (let row = from + 1; row < to; row += 1) {
    if (grid.taken.has(cellKey(row, lane))) return false;
  }
  return true;
}

/** Where lines of the source run down beside the target's lane, on the side they come from. */
function laneTrack({ grid, tracks, source, from, to }: Routing): number {
  const last = grid.lanes - 1;
  const right = to.lane < from.lane || (to.lane === from.lane && to.lane > 0 && to.lane === last);
  const gap = right ? to.lane + 1 : to.lane;
  return gapBeside(gap, grid.lanes) + tracks.offset(`lane ${gap}`, source);
}
