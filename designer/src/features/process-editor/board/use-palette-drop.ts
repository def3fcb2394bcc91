import { useReactFlow } from '@xyflow/react';
import type { DragEvent } from 'react';
import type { BoardLayout } from '#core/layout/board.ts';
import { useAddItem, type Item } from '../palette/add-item.ts';
import { dragType } from '../palette/palette-items.ts';
import { useEditor } from '../state/editor-context.tsx';
import type { Selection } from '../state/selection.ts';
import { placeAt } from './place-at.ts';

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
