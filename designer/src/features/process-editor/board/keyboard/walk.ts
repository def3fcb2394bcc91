import type { Drawing } from '#core/drawing/drawing.ts';
import type { BoardLayout } from '#core/layout/board.ts';
import type { Selection } from '../../state/selection.ts';
import type { Direction } from './direction.ts';
import { firstRail, walkRails } from './walk-rails.ts';

interface Box {
  selection: Selection;
  x: number;
  y: number;
}

/** Stages, ends and the steps of open stages as boxes on the board. */
function columnsOf(layout: BoardLayout): { head: Box; steps: Box[] }[] {
  const stages = layout.columns.map((column) => ({
    head: { selection: { kind: 'stage', stage: column.stage } as const, x: column.x, y: column.y },
    steps: layout.steps
      .filter((step) => step.stage === column.stage)
      .map(({ id, stage, x, y }) => ({
        selection: { kind: 'step', stage, id } as const,
        x: column.x + x,
        y: column.y + y,
      }))
      .toSorted((a, b) => a.y - b.y || a.x - b.x),
  }));
  const [won, lost] = layout.ends;
  if (!won || !lost) return stages;
  const end = (box: typeof won): Box => ({
    selection: { kind: 'end', end: box.id },
    x: box.x,
    y: box.y,
  });
  return [...stages, { head: end(won), steps: [end(lost)] }];
}

function columnIndex(layout: BoardLayout, selection: Selection): number {
  if (selection.kind === 'end') return layout.columns.length;
  if (selection.kind === 'process') return -1;
  return layout.columns.findIndex((column) => column.stage === selection.stage);
}

function nearest(boxes: Box[], to: Box): Box | undefined {
  return boxes.toSorted((a, b) => Math.abs(a.y - to.y) - Math.abs(b.y - to.y))[0];
}

function isSame(a: Selection, b: Selection): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function sideways(boxes: Box[], from: Box, by: -1 | 1): Box | undefined {
  const beside = boxes.filter((box) => (by > 0 ? box.x > from.x : box.x < from.x));
  const near = nearest(beside, from);
  return near && Math.abs(near.y - from.y) < 100 ? near : undefined;
}

function vertical(boxes: Box[], from: Box, by: -1 | 1): Box | undefined {
  const ahead = boxes.filter((box) => (by > 0 ? box.y > from.y : box.y < from.y));
  const sorted = ahead.toSorted((a, b) => distance(a, from) - distance(b, from));
  return sorted[0];
}

/** The next row counts more than the same lane. */
function distance(a: Box, b: Box): number {
  return Math.abs(a.y - b.y) * 4 + Math.abs(a.x - b.x);
}

/** Where an arrow key leads from the selection: along steps and lanes, else to the next column or rail. */
export function walk(
  drawing: Drawing,
  layout: BoardLayout,
  selection: Selection,
  direction: Direction,
): Selection | undefined {
  const onRail = walkRails(drawing, selection, direction);
  if (onRail) return onRail.to;
  const columns = columnsOf(layout);
  const index = columnIndex(layout, selection);
  const column = columns[index];
  if (!column || drawing.stages.length === 0) return columns[0]?.head.selection;
  const boxes = [column.head, ...column.steps];
  const from = boxes.find((box) => isSame(box.selection, selection)) ?? column.head;
  const by = direction === 'up' || direction === 'left' ? -1 : 1;
  if (direction === 'up' || direction === 'down') {
    const below = by > 0 ? firstRail(drawing) : undefined;
    if (from === column.head) return by > 0 ? (column.steps[0]?.selection ?? below) : undefined;
    const next = vertical(column.steps, from, by) ?? (by < 0 ? column.head : undefined);
    return next?.selection ?? below;
  }
  const beside = from === column.head ? undefined : sideways(column.steps, from, by);
  if (beside) return beside.selection;
  const next = columns[index + by];
  if (!next) return undefined;
  const target = from === column.head ? next.head : (nearest(next.steps, from) ?? next.head);
  return target.selection;
}
