import { stageGraph, type StageGraph } from '../definition/flow/stage-graph.ts';
import type { Stage } from '../drawing/stage.ts';
import { columnWidth, laneX, metrics, type Point, type Rectangle } from './metrics.ts';
import { placeSteps, type Grid } from './place-steps.ts';
import { routeLinks, type RoutedLink } from './route-links.ts';
import { gapBelow, type Rows } from './rows.ts';
import { stepHeight } from './step-height.ts';

export interface StepBox extends Rectangle {
  id: string;
  stage: string;
}

/** An open stage by itself: everything is relative to its column, so it never depends on others. */
export interface StageLayout {
  width: number;
  /** What the steps need; the column may be higher. */
  height: number;
  steps: StepBox[];
  links: RoutedLink[];
  /** From each `leave` step to the column's side, where its line goes down. */
  leaves: { id: string; to: string; points: Point[] }[];
}

const known = new WeakMap<Stage, StageLayout>();

/** Lays out one stage; the same stage object gives the same layout object. */
export function stageLayout(stage: Stage): StageLayout {
  let layout = known.get(stage);
  if (!layout) known.set(stage, (layout = arrange(stageGraph(stage, 0))));
  return layout;
}

function arrange(graph: StageGraph): StageLayout {
  const grid = placeSteps(graph);
  const rows = rowsOf(graph, grid);
  const steps = boxesOf(graph, grid, rows);
  const bottoms = new Map(steps.map((box) => [box.id, box.y + box.height]));
  const end = rows.bottoms.at(-1) ?? metrics.header + metrics.headerGap;
  return {
    width: columnWidth(grid.lanes),
    height: end + metrics.padding,
    steps,
    links: routeLinks(graph, grid, rows, bottoms),
    leaves: leavesOf(graph, grid, rows, bottoms),
  };
}

/** Rows are as high as their highest card, so that the gaps between them run through all lanes. */
function rowsOf(graph: StageGraph, grid: Grid): Rows {
  const heights = Array.from({ length: grid.rows }, () => 0);
  for (const [id, { row }] of grid.cells) {
    heights[row] = Math.max(heights[row]!, stepHeight(graph.steps.get(id)!));
  }
  const rows: Rows = { tops: [], bottoms: [] };
  let top = metrics.header + metrics.headerGap;
  for (const height of heights) {
    rows.tops.push(top);
    rows.bottoms.push(top + height);
    top += height + metrics.rowGap;
  }
  return rows;
}

function boxesOf(graph: StageGraph, grid: Grid, rows: Rows): StepBox[] {
  return [...graph.steps.values()].map((step) => {
    const { row, lane } = grid.cells.get(step.id)!;
    return {
      id: step.id,
      stage: graph.stage.id,
      x: laneX(lane),
      y: rows.tops[row]!,
      width: metrics.card.width,
      height: stepHeight(step),
    };
  });
}

function leavesOf(
  graph: StageGraph,
  grid: Grid,
  rows: Rows,
  bottoms: Map<string, number>,
): StageLayout['leaves'] {
  return [...graph.steps.values()].flatMap((step) => {
    if (step.kind !== 'leave') return [];
    const { row, lane } = grid.cells.get(step.id)!;
    const x = laneX(lane) + metrics.card.width / 2;
    const turn = gapBelow(rows, row);
    const side =
      lane < grid.lanes / 2 && grid.lanes > 1
        ? metrics.padding / 4
        : columnWidth(grid.lanes) - metrics.padding / 4;
    const points = [
      { x, y: bottoms.get(step.id)! },
      { x, y: turn },
      { x: side, y: turn },
    ];
    return [{ id: step.id, to: step.to, points }];
  });
}
