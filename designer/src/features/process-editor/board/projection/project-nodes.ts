import { Position } from '@xyflow/react';
import type { Drawing } from '#core/drawing/drawing.ts';
import { linkPortsOf } from '#core/drawing/ports.ts';
import type { Step } from '#core/drawing/step.ts';
import type { BoardLayout } from '#core/layout/board.ts';
import { metrics, type Rectangle } from '#core/layout/metrics.ts';
import {
  endKey,
  fixed,
  railKey,
  stageKey,
  stepKey,
  type BoardNode,
  type EndNode,
  type RailNode,
  type StageNode,
  type StepNode,
} from './board-elements.ts';

const handleSize = { width: 8, height: 8 };

/** What every node has, at its place on the board or in its stage. */
function placed({ x, y, width, height }: Rectangle) {
  return { ...fixed, position: { x, y }, width, height, measured: { width, height } };
}

function stageHandles(width: number): NonNullable<BoardNode['handles']> {
  const y = metrics.headerLine - 4;
  return [
    { type: 'target', position: Position.Left, x: -4, y, ...handleSize },
    { type: 'source', position: Position.Right, x: width - 4, y, ...handleSize },
  ];
}

/** Where the port with this index stands on the lower edge of a card. */
export function portX(index: number, count: number): number {
  return Math.round((metrics.card.width * (index + 1)) / (count + 1));
}

function stepHandles(step: Step, height: number): NonNullable<BoardNode['handles']> {
  const ports = linkPortsOf(step);
  const y = height - 4;
  return [
    { type: 'target', position: Position.Top, x: metrics.card.width / 2 - 4, y: -4, ...handleSize },
    ...ports.map((port, index) => ({
      id: port.id,
      type: 'source' as const,
      position: Position.Bottom,
      x: portX(index, ports.length) - 4,
      y,
      ...handleSize,
    })),
  ];
}

export function columnNodes({ stages }: Drawing, layout: BoardLayout): StageNode[] {
  return layout.columns.flatMap((column) => {
    const { stage: id, collapsed } = column;
    const index = stages.findIndex((one) => one.id === id);
    const stage = stages[index];
    if (!stage) return [];
    return [
      {
        ...placed(column),
        id: stageKey(id),
        type: collapsed ? 'spine' : 'stage',
        zIndex: 0,
        handles: stageHandles(column.width),
        data: { stage, number: index + 1 },
      },
    ];
  });
}

export function stepNodes({ stages }: Drawing, layout: BoardLayout): StepNode[] {
  const steps = new Map(
    stages.flatMap((stage) => stage.steps.map((step) => [stepKey(stage.id, step.id), step])),
  );
  return layout.steps.flatMap((box) => {
    const { id, stage } = box;
    const step = steps.get(stepKey(stage, id));
    if (!step) return [];
    return [
      {
        ...placed(box),
        id: stepKey(stage, id),
        type: 'step',
        parentId: stageKey(stage),
        zIndex: 2,
        handles: stepHandles(step, box.height),
        data: { stage, step },
      },
    ];
  });
}

export function railNodes({ rails = [] }: Drawing, layout: BoardLayout): RailNode[] {
  return layout.rails.flatMap((bar) => {
    const rail = rails.find((one) => one.id === bar.id);
    if (!rail) return [];
    const id = railKey(bar.id);
    return [{ ...placed(bar), id, type: 'rail', zIndex: 0, handles: [], data: { rail } }];
  });
}

export function endNodes(layout: BoardLayout): EndNode[] {
  return layout.ends.map((end) => ({
    ...placed(end),
    id: endKey(end.id),
    type: 'end',
    zIndex: 0,
    handles: [stageHandles(end.width)[0]].filter((handle) => handle !== undefined),
    data: { end: end.id },
  }));
}
