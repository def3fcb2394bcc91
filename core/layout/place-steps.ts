import type { Step } from '../drawing/step.ts';
import type { StageGraph } from '../definition/flow/stage-graph.ts';

/** Where a step stands in the grid of its stage. */
export interface Cell {
  row: number;
  lane: number;
}

export interface Grid {
  cells: Map<string, Cell>;
  lanes: number;
  rows: number;
  /** The step in a cell, by `cellKey`. */
  taken: Map<string, string>;
  /** Full row → the next row that may be open. */
  fullUntil: Map<number, number>;
}

export function cellKey(row: number, lane: number): string {
  return `${row}:${lane}`;
}

/**
 * Places every step below the steps it waits for, in the lane of the lowest of them where that is
 * free. Long chains are placed first and so run straight; steps that nothing follows stand beside
 * them, and steps without links fill what is left, from the top. Few lanes keep columns narrow: two,
 * and more only for stages of more than 32 steps. The same stage always gives the same grid.
 */
export function placeSteps(graph: StageGraph): Grid {
  const most = Math.max(2, Math.ceil(Math.sqrt(graph.steps.size / 8)));
  const grid: Grid = {
    cells: new Map(),
    lanes: 1,
    rows: 0,
    taken: new Map(),
    fullUntil: new Map(),
  };
  for (const step of linkedSteps(graph)) {
    const parents = parentsOf(graph, grid, step);
    const row = Math.max(-1, ...parents.map((cell) => cell.row)) + 1;
    put(grid, step.id, freeCell(grid, row, wishes(parents, most)));
  }
  for (const step of graph.order.filter((one) => !isLinked(graph, one))) {
    put(grid, step.id, freeCell(grid, 0, lanesFrom(0, most)));
  }
  return grid;
}

function isLinked({ incoming, outgoing }: StageGraph, { id }: Step): boolean {
  return incoming.has(id) || outgoing.has(id);
}

/** Steps with links in the order of placing: chains, what ends them, what waits in a circle. */
function linkedSteps(graph: StageGraph): Step[] {
  const { order, outgoing, cyclic } = graph;
  const level = new Map<string, number>();
  for (const { id } of order) {
    const before = (graph.incoming.get(id) ?? []).map(({ from }) => level.get(from)! + 1);
    level.set(id, Math.max(0, ...before));
  }
  const follow = new Map<string, number>();
  for (const { id } of order.toReversed()) {
    const behind = (outgoing.get(id) ?? []).map(({ to }) => (follow.get(to) ?? 0) + 1);
    follow.set(id, Math.max(0, ...behind));
  }
  const rank = ({ id, kind }: Step) => [
    outgoing.has(id) ? 0 : 1,
    level.get(id)!,
    -follow.get(id)!,
    kind === 'leave' ? 1 : 0,
  ];
  const linked = order.filter((step) => isLinked(graph, step));
  const ranks = new Map(linked.map((step) => [step.id, rank(step)]));
  linked.sort((a, b) => compareRanks(ranks.get(a.id)!, ranks.get(b.id)!));
  return [...linked, ...[...graph.steps.values()].filter(({ id }) => cyclic.has(id))];
}

function compareRanks(a: number[], b: number[]): number {
  const differs = a.findIndex((value, i) => value !== b[i]);
  return differs < 0 ? 0 : a[differs]! - b[differs]!;
}

function parentsOf(graph: StageGraph, grid: Grid, step: Step): Cell[] {
  return (graph.incoming.get(step.id) ?? []).flatMap(({ from }) => grid.cells.get(from) ?? []);
}

/** Lanes in the order of preference: that of the lowest parent, then the nearest ones. */
function wishes(parents: Cell[], most: number): number[] {
  const lowest = parents.reduce<Cell | undefined>(
    (best, cell) => (!best || cell.row > best.row ? cell : best),
    undefined,
  );
  return lanesFrom(lowest?.lane ?? 0, most);
}

function lanesFrom(lane: number, most: number): number[] {
  return Array.from({ length: most }, (_, i) => i).sort(
    (a, b) => Math.abs(a - lane) - Math.abs(b - lane) || a - b,
  );
}

/** The first free cell at or below a row. */
function freeCell(grid: Grid, from: number, lanes: number[]): Cell {
  for (let row = nextOpen(grid, from); ; row = nextOpen(grid, row + 1)) {
    const lane = lanes.find((one) => !grid.taken.has(cellKey(row, one)));
    if (lane !== undefined) return { row, lane };
    grid.fullUntil.set(row, row + 1);
  }
}

/** Skips rows known to be full, so that a wide fan stays linear (path halving). */
function nextOpen(grid: Grid, from: number): number {
  let row = from;
  for (let next = grid.fullUntil.get(row); next !== undefined; next = grid.fullUntil.get(row)) {
    const further = grid.fullUntil.get(next);
    if (further !== undefined) grid.fullUntil.set(row, further);
    row = next;
  }
  return row;
}

function put(grid: Grid, step: string, cell: Cell): void {
  grid.cells.set(step, cell);
  grid.taken.set(cellKey(cell.row, cell.lane), step);
  grid.lanes = Math.max(grid.lanes, cell.lane + 1);
  grid.rows = Math.max(grid.rows, cell.row + 1);
}
