import type { Stage } from '../drawing/stage.ts';
import type { Column, EndColumn } from './column.ts';
import { metrics, type Point } from './metrics.ts';
import { straightened } from './route-links.ts';
import { stageLayout } from './stage-layout.ts';

export interface RoutedExit {
  /** Id of the exit, or of the `leave` step. */
  id: string;
  stage: string;
  to: string;
  /** From the board's corner. */
  points: Point[];
  /** `next` joins two headers; `long` runs in the channel under the columns. */
  kind: 'next' | 'long';
  source: 'exit' | 'leave';
}

interface Board {
  stages: Stage[];
  columns: Column[];
  ends: EndColumn[];
  at: Map<string, number>;
}

/** Routes exits and `leave` steps; those to a target that does not exist are left out. */
export function routeExits(stages: Stage[], columns: Column[], ends: EndColumn[]): RoutedExit[] {
  const at = new Map(columns.map(({ stage }, index) => [stage, index]));
  const board: Board = { stages, columns, ends, at };
  return stages.flatMap((_, index) => [...exitsOf(board, index), ...leavesOf(board, index)]);
}

function exitsOf(board: Board, index: number): RoutedExit[] {
  const stage = board.stages[index]!;
  const known = stage.exits.filter(({ to }) => targetOf(board, to));
  const isNext = (to: string) => indexOf(board, to) === index + 1;
  const long = known.filter(({ to }) => !isNext(to));
  return known.map(({ id, to }) => {
    const base = { id, stage: stage.id, to, source: 'exit' as const };
    if (isNext(to)) return { ...base, kind: 'next', points: headerLine(board, index, to) };
    const place = (long.findIndex((exit) => exit.id === id) + 1) / (long.length + 1);
    const column = board.columns[index]!;
    const x = Math.round(column.x + column.width * place);
    const start = { x, y: bottomOf(column) };
    return { ...base, kind: 'long', points: underColumns(board, [start], to) };
  });
}

/** Won follows the last stage; Lost is never next. */
function indexOf({ at, stages }: Board, to: string): number {
  return to === 'won' ? stages.length : (at.get(to) ?? -1);
}

function leavesOf(board: Board, index: number): RoutedExit[] {
  const stage = board.stages[index]!;
  const column = board.columns[index]!;
  const bottom = bottomOf(column);
  const routed = column.collapsed
    ? stage.steps.flatMap((step) =>
        step.kind === 'leave' ? [{ id: step.id, to: step.to, points: [] }] : [],
      )
    : stageLayout(stage).leaves;
  return routed.flatMap(({ id, to, points }) => {
    if (!targetOf(board, to)) return [];
    const own = points.map(({ x, y }) => ({ x: column.x + x, y: column.y + y }));
    const x = own.at(-1)?.x ?? column.x + metrics.spine / 4;
    const line = underColumns(board, [...own, { x, y: bottom }], to);
    return [
      { id, stage: stage.id, to, source: 'leave' as const, kind: 'long' as const, points: line },
    ];
  });
}

function headerLine(board: Board, index: number, to: string): Point[] {
  const column = board.columns[index]!;
  const y = column.y + metrics.headerLine;
  return [
    { x: column.x + column.width, y },
    { x: targetOf(board, to)!.x, y },
  ];
}

/** Down into the channel, along it, and up to the target. Each target has its own track. */
function underColumns(board: Board, start: Point[], to: string): Point[] {
  const target = targetOf(board, to)!;
  const from = start.at(-1)!;
  const track = bottomOf(board.columns[0]!) + trackOf(board, to);
  const along = { x: from.x, y: track };
  if (to === 'won') {
    const beside = target.x - metrics.columnGap / 2;
    const y = target.y + target.height / 2;
    return straightened([
      ...start,
      along,
      { x: beside, y: track },
      { x: beside, y },
      { x: target.x, y },
    ]);
  }
  const x = Math.round(target.x + target.width / 2);
  return straightened([...start, along, { x, y: track }, { x, y: bottomOf(target) }]);
}

/** Lost runs lowest, as most lines go there. */
function trackOf(board: Board, to: string): number {
  if (to === 'lost') return 28;
  if (to === 'won') return 22;
  return 6 + 5 * (indexOf(board, to) % 3);
}

function targetOf({ columns, ends, at }: Board, to: string): Column | EndColumn | undefined {
  return ends.find(({ id }) => id === to) ?? columns[at.get(to) ?? -1];
}

function bottomOf({ y, height }: Column | EndColumn): number {
  return y + height;
}
