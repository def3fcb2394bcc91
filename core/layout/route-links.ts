import type { StageGraph } from '../definition/stage-graph.ts';
import type { Link } from '../drawing/stage.ts';
import { laneX, metrics, type Point } from './metrics.ts';
import { cellKey, type Cell, type Grid } from './place-steps.ts';

/** The grid with its rows' places, from the top of the column. */
export interface Rows {
  tops: number[];
  bottoms: number[];
}

export interface RoutedLink {
  id: string;
  stage: string;
  /** Orthogonal, from the bottom of `from` to the top of `to`, relative to the column. */
  points: Point[];
}

/** Tracks within a gap, so that lines of different steps do not lie on each other. */
const tracks = [0, -4, 4];

/**
 * Routes the links of a stage through the gaps between rows and lanes: lines never cross a card.
 * A line runs straight down where the cells between are empty.
 */
export function routeLinks(
  graph: StageGraph,
  grid: Grid,
  rows: Rows,
  heights: Map<string, number>,
): RoutedLink[] {
  const anchors = new Map<string, number[]>();
  return graph.stage.links.flatMap((link) => {
    const from = grid.cells.get(link.from);
    const to = grid.cells.get(link.to);
    if (!from || !to) return [];
    const track = tracks[graph.place.get(link.from)! % tracks.length]!;
    const start = {
      x: laneX(from.lane) + anchorOf(graph, grid, link, anchors),
      y: rows.tops[from.row]! + heights.get(link.from)!,
    };
    const end = { x: laneX(to.lane) + metrics.card.width / 2, y: rows.tops[to.row]! };
    const points = route({ grid, rows, from, to, start, end, track });
    return [{ id: link.id, stage: graph.stage.id, points: straightened(points) }];
  });
}

interface Routing {
  grid: Grid;
  rows: Rows;
  from: Cell;
  to: Cell;
  start: Point;
  end: Point;
  track: number;
}

function route({ grid, rows, from, to, start, end, track }: Routing): Point[] {
  const below = gapBelow(rows, from.row) + track;
  const above = gapAbove(rows, to.row) + (to.row > 0 ? track : 0);
  const down = to.row > from.row;
  if (down && isClear(grid, to.lane, from.row, to.row)) {
    const turn = to.row === from.row + 1 ? above : below;
    return [start, { x: start.x, y: turn }, { x: end.x, y: turn }, end];
  }
  if (down && isClear(grid, from.lane, from.row, to.row)) {
    return [start, { x: start.x, y: above }, { x: end.x, y: above }, end];
  }
  const x = laneGap(grid, from.lane, to.lane) + track;
  return [
    start,
    { x: start.x, y: below },
    { x, y: below },
    { x, y: above },
    { x: end.x, y: above },
    end,
  ];
}

/** Middle of the gap under a row; below the last row, of the column's padding. */
export function gapBelow(rows: Rows, row: number): number {
  return rows.bottoms[row]! + metrics.rowGap / 2;
}

function gapAbove(rows: Rows, row: number): number {
  return row === 0 ? rows.tops[0]! - metrics.headerGap / 2 : gapBelow(rows, row - 1);
}

/** No step stands in the lane strictly between two rows. */
function isClear(grid: Grid, lane: number, from: number, to: number): boolean {
  for (let row = from + 1; row < to; row += 1) {
    if (grid.taken.has(cellKey(row, lane))) return false;
  }
  return true;
}

/** Middle of a gap beside the target's lane, on the side where the line comes from. */
function laneGap(grid: Grid, from: number, to: number): number {
  const leftOf = (lane: number) =>
    laneX(lane) - (lane === 0 ? metrics.padding : metrics.laneGap) / 2;
  const right = to < from || (to === from && to > 0 && to === grid.lanes - 1);
  if (!right) return leftOf(to);
  const edge = laneX(to) + metrics.card.width;
  return edge + (to === grid.lanes - 1 ? metrics.padding : metrics.laneGap) / 2;
}

/** Where on the bottom edge a link starts: links of different ports start apart, in the order of their targets' lanes. */
function anchorOf(
  graph: StageGraph,
  grid: Grid,
  link: Link,
  anchors: Map<string, number[]>,
): number {
  const { width } = metrics.card;
  const out = graph.outgoing.get(link.from)!;
  const keyOf = ({ ports }: Link) => ports.join();
  const keys = [...new Set(out.map(keyOf))];
  if (keys.length === 1) return width / 2;
  const lane = (key: string) =>
    Math.min(...out.filter((one) => keyOf(one) === key).map(({ to }) => grid.cells.get(to)!.lane));
  void anchors;
  keys.sort((a, b) => lane(a) - lane(b));
  return Math.round((width * (keys.indexOf(keyOf(link)) + 1)) / (keys.length + 1));
}

/** Without points in the middle of a straight line. */
export function straightened(points: Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const [a, b] = kept.slice(-2);
    const last = kept.at(-1);
    if (last && last.x === point.x && last.y === point.y) continue;
    const inLine =
      a && b && ((a.x === b.x && b.x === point.x) || (a.y === b.y && b.y === point.y));
    if (inLine) kept.pop();
    kept.push(point);
  }
  return kept;
}
