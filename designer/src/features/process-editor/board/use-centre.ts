import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { BoardLayout } from '#core/layout/board.ts';
import type { Rectangle } from '#core/layout/metrics.ts';
import { useEditor } from '../state/editor-context.tsx';
import type { Selection } from '../state/selection.ts';

const EDGE = 12;

/** Rectangle of what is selected, from the board's corner. */
export function rectangleOf(layout: BoardLayout, selection: Selection): Rectangle | undefined {
  if (selection.kind === 'process') return undefined;
  if (selection.kind === 'end') return layout.ends.find((end) => end.id === selection.end);
  const rail = layout.rails.find((one) => one.id === selection.stage);
  if (rail) return rail;
  const column = layout.columns.find((one) => one.stage === selection.stage);
  if (!column) return undefined;
  const offset = (box: Rectangle): Rectangle => ({
    ...box,
    x: box.x + column.x,
    y: box.y + column.y,
  });
  if (selection.kind === 'step') {
    const box = layout.steps.find(
      (one) => one.stage === selection.stage && one.id === selection.id,
    );
    return box ? offset(box) : column;
  }
  const line = layout.links.find(
    (one) => selection.kind === 'link' && one.stage === selection.stage && one.id === selection.id,
  );
  const point = line?.points[0];
  return point ? offset({ ...point, width: 1, height: 40 }) : { ...column, height: 88 };
}

/** How far a range must move so that it lies within a view, its start first. */
function shift(start: number, size: number, view: number): number {
  if (start < EDGE) return EDGE - start;
  if (start + size > view - EDGE) return Math.max(EDGE - start, view - EDGE - start - size);
  return 0;
}

/** Brings an element into view when that is wished, by the shortest way. */
export function useCentre(layout: BoardLayout): void {
  const { focus } = useEditor();
  const wish = useStore(focus, (state) => state.centre);
  const { getViewport, setViewport } = useReactFlow();
  const flow = useStoreApi();
  useEffect(() => {
    const box = wish && rectangleOf(layout, wish.selection);
    if (!box) return;
    const { x, y, zoom } = getViewport();
    const { width, height } = flow.getState();
    const by = {
      x: shift(box.x * zoom + x, box.width * zoom, width),
      y: shift(box.y * zoom + y, Math.min(box.height, 200) * zoom, height),
    };
    if (by.x !== 0 || by.y !== 0) {
      void setViewport({ x: x + by.x, y: y + by.y, zoom }, { duration: 150 });
    }
    // A wish is fulfilled once, with the layout of that moment.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [wish]);
}
