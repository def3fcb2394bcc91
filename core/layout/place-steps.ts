import type { Step } from '../drawing/step.ts';
import type { StageGraph } from '../definition/stage-graph.ts';

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
 * Places every step below the steps it waits for, in the lane of the first of them where that is
 * free. Steps without links fill what is left, from the top. Few lanes keep columns narrow: two, and
 * more only for stages of more than 32 steps. The same stage always gives the same grid.
 */
export function placeSteps(graph: StageGraph): Grid {
  const most = Math.max(2, Math.ceil(Math.sqrt(graph.steps.size / 8)));
  const grid: Grid = { cells: new Map(), lanes: 1, rows: 0, taken: new Map(), fullUntil: new Map() };
  const linked = (step: Step) => graph.incoming.has(step.id) || graph.outgoing.has(step.id);
  const knotted = [...graph.steps.values()].filter((step) => graph.cyclic.has(step.id));
  for (const step of [...graph.order.filter(linked), ...knotted]) {
    const parents = parentsOf(graph, grid, step);
    const row = Math.max(-1, ...parents.map((cell) => cell.row)) + 1;
    put(grid, step.id, freeCell(grid, row, wishes(parents, most)));
  }
  for (const step of graph.order.filter((one) => !linked(one))) {
    put(grid, step.id, freeCell(grid, 0, lanesFrom(0, most)));
  }
  return grid;
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
