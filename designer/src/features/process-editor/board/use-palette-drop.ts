import { useReactFlow } from '@xyflow/react';
import type { DragEvent } from 'react';
import type { BoardLayout } from '#core/layout/board.ts';
import { useAddItem, type Item } from '../palette/add-item.ts';
import { dragType } from '../palette/palette-items.ts';
import { useEditor } from '../state/editor-context.tsx';
import type { Selection } from '../state/selection.ts';

interface Point {
  x: number;
  y: number;
}

function holds(box: Point & { width: number; height: number }, { x, y }: Point): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

/** What lies under a point of the board: a step, else the stage or rail that it is in. */
export function placeAt(layout: BoardLayout, point: Point): Selection | undefined {
  const rail = layout.rails.find((one) => holds(one, point));
  if (rail) return { kind: 'rail', stage: rail.id };
  const column = layout.columns.find((one) => holds(one, point));
  if (!column) return undefined;
  const inside = { x: point.x - column.x, y: point.y - column.y };
  const step = layout.steps.find((one) => one.stage === column.stage && holds(one, inside));
  if (step) return { kind: 'step', stage: column.stage, id: step.id };
  return { kind: 'stage', stage: column.stage };
}

/** Palette items that are dragged over the board: the stage lights up and takes them. */
export function usePaletteDrop(layout: BoardLayout) {
  const { focus } = useEditor();
  const { screenToFlowPosition } = useReactFlow();
  const add = useAddItem();
  const at = (event: DragEvent) =>
    placeAt(layout, screenToFlowPosition({ x: event.clientX, y: event.clientY }));
  const show = (place: Selection | undefined) => {
    const stage = place && 'stage' in place ? place.stage : undefined;
    if (focus.getState().drop !== stage) focus.setState({ drop: stage });
  };
  return {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(dragType)) return;
      event.preventDefault();
      show(at(event));
    },
    onDragLeave: () => show(undefined),
    onDrop: (event: DragEvent) => {
      const item = event.dataTransfer.getData(dragType);
      show(undefined);
      if (item === '') return;
      event.preventDefault();
      const place = at(event);
      if (place || item === 'stage' || item === 'rail')
        add(item as Item, place ?? { kind: 'process' });
    },
  };
}
