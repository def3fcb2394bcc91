import type { KeyboardEvent } from 'react';
import type { BoardLayout } from '#core/layout/board.ts';
import { deleteSelection } from '../../commands/delete-selection.ts';
import { useEditor } from '../../state/editor-context.tsx';
import { askCentre, askInput } from '../../state/focus-store.ts';
import { wholeProcess } from '../../state/selection.ts';
import type { Direction } from './direction.ts';
import { walk } from './walk.ts';

const arrows: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Keys that act while the board itself has the focus: arrows, Enter, Esc, Del. */
export function useBoardKeys(layout: BoardLayout): (event: KeyboardEvent) => void {
  const { store, focus } = useEditor();
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { drawing, selection, select, setPanelOpen, dispatch } = store.getState();
    const direction = arrows[event.key];
    if (direction) {
      const next = walk(drawing, layout, selection, direction);
      if (next) {
        select(next);
        askCentre(focus, next);
      }
    } else if (event.key === 'Enter') {
      setPanelOpen(true);
      askInput(focus, '');
    } else if (event.key === 'Escape') {
      if (selection.kind === 'process') setPanelOpen(false);
      else select(wholeProcess);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      dispatch(deleteSelection(drawing, selection));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
