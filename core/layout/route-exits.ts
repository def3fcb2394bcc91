import { continueTarget } from '../drawing/drawing.ts';
import type { Exit, Stage } from '../drawing/stage.ts';
import type { Column, EndColumn } from './column.ts';
import { metrics, type Point } from './metrics.ts';
import { stageLayout } from './stage-layout.ts';
import { straightened } from './straightened.ts';

export interface RoutedExit {
  /** Id of the exit, or of the `leave` step. */
  id: string;
  stage: string;
  to: string;
  /** From the board's corner. */
  points: Point[];
  /**
   * `next` joins two headers; `long` runs in the channel under the columns, `back` in its upper part
   * to the same or an earlier stage; `out` ends in the channel: the deal goes on in another process.
   */
  kind: 'next' | 'long' | 'back' | 'out';
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
  const column = board.columns[index]!;
  const known = stage.exits.filter(({ to }) => to === continueTarget || targetOf(board, to));
  const below = known.filter((exit) => kindOf(board, index, exit) !== 'next');
  return known.map((exit) => {
    const { id, to } = exit;
    const kind = kindOf(board, index, exit);
    const base = { id, stage: stage.id, to, source: 'exit' as const, kind };
    if (kind === 'next') return { ...base, points: headerLine(board, index, to) };
    const place = (below.findIndex((one) => one.id === id) + 1) / (below.length + 1);
    const start = { x: Math.round(column.x + column.width * place), y: bottomOf(column) };
    if (kind === 'out') return { ...base, points: [start, { x: start.x, y: start.y + outTo }] };
    return { ...base, points: underColumns(board, [start], to, kind) };
  });
}

/** How far the line of an exit into another process comes down. */
const outTo = 22;

function kindOf(board: Board, index: number, { to }: Exit): RoutedExit['kind'] {
  if (to === continueTarget) return 'out';
  const target = indexOf(board, to);
  if (target === index + 1) return 'next';
  return target >= 0 && target <= index ? 'back' : 'long';
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
    const line = underColumns(board, [...own, { x, y: bottom }], to, 'long');
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
function underColumns(board: Board, start: Point[], to: string, kind: 'long' | 'back'): Point[] {
  const target = targetOf(board, to)!;
  const from = start.at(-1)!;
  const track = bottomOf(board.columns[0]!) + trackOf(board, to, kind);
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
  const x = Math.round(target.x + target.width / 2) - (kind === 'back' ? backAside : 0);
  return straightened([...start, along, { x, y: track }, { x, y: bottomOf(target) }]);
}

/** How far left of the middle a way back enters, so that it stands apart from a way forward. */
const backAside = 8;

/** Ways back run highest, those to Lost lowest, as most lines go there. */
function trackOf(board: Board, to: string, kind: 'long' | 'back'): number {
  if (kind === 'back') return 10 + 3 * (indexOf(board, to) % 3);
  if (to === 'lost') return 34;
  if (to === 'won') return 30;
  return 22 + 2 * (indexOf(board, to) % 3);
}

function targetOf({ columns, ends, at }: Board, to: string): Column | EndColumn | undefined {
  return ends.find(({ id }) => id === to) ?? columns[at.get(to) ?? -1];
}

function bottomOf({ y, height }: Column | EndColumn): number {
  return y + height;
}
