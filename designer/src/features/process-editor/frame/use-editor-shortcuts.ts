import { useState } from 'react';
import { useStore } from 'zustand';
import { useShortcuts } from '../../../ui/shortcuts/use-shortcuts.ts';
import { deleteSelection } from '../commands/delete-selection.ts';
import { duplicateStage } from '../commands/stages/duplicate-stage.ts';
import { duplicateRail } from '../commands/rails/rail-commands.ts';
import { duplicateStep } from '../commands/steps/duplicate-step.ts';
import { useAddItem } from '../palette/add-item.ts';
import { goToProblem } from '../problems/go-to-problem.ts';
import { useEdit, useEditor, useEditorState } from '../state/editor-context.tsx';
import { askAdd, askConnect } from '../state/focus-store.ts';

/** Index of the problem that F8 came to last, and the way to the next one. */
function useNextProblem(): { current: number | undefined; next: () => void } {
  const editor = useEditor();
  const problems = useStore(editor.problems, (state) => state.problems);
  const [current, setCurrent] = useState<number>();
  const next = () => {
    const index = ((current ?? -1) + 1) % Math.max(1, problems.length);
    const problem = problems[index];
    if (!problem) return;
    setCurrent(index);
    goToProblem(editor, problem);
  };
  return {
    current: current !== undefined && current < problems.length ? current : undefined,
    next,
  };
}

function useFold(): (collapsed: boolean) => void {
  const { store } = useEditor();
  return (collapsed) => {
    const { selection, setCollapsed } = store.getState();
    if ('stage' in selection && selection.kind !== 'rail') {
      setCollapsed([selection.stage], collapsed);
    }
  };
}

/** Keys that the board handles itself while it has the focus; here they are only listed. */
const boardKeys = [
  { keys: 'ArrowDown', label: 'Walk steps (all arrows)' },
  { keys: 'Enter', label: 'Open the properties' },
  { keys: 'Escape', label: 'Select nothing, close the properties' },
].map((one) => ({ ...one, run: () => {}, enabled: false }));

/** All keys of the editor; gives what F8 walks through. */
export function useEditorShortcuts(onSave: (() => void) | undefined) {
  const { store, focus } = useEditor();
  const edit = useEdit();
  const add = useAddItem();
  const fold = useFold();
  const problems = useNextProblem();
  const editable = !useEditorState((state) => state.readOnly);
  const duplicate = () =>
    edit((drawing) => {
      const { selection } = store.getState();
      if (selection.kind === 'step') return duplicateStep(drawing, selection.stage, selection.id);
      if (selection.kind === 'stage') return duplicateStage(drawing, selection.stage);
      if (selection.kind === 'rail') return duplicateRail(drawing, selection.stage);
      return { refused: 'Select a step, a stage or a rail to duplicate it.' };
    });
  const connect = () => {
    const { kind } = store.getState().selection;
    if (kind === 'step' || kind === 'stage') askConnect(focus);
  };
  useShortcuts('Board of stages', [
    ...boardKeys,
    { keys: 'a', label: 'Add a step', run: () => askAdd(focus), enabled: editable },
    { keys: 's', label: 'Add a stage', run: () => add('stage'), enabled: editable },
    { keys: 'c', label: 'Connect to…', run: connect, enabled: editable },
    { keys: '[', label: 'Fold the stage', run: () => fold(true) },
    { keys: ']', label: 'Open the stage', run: () => fold(false) },
    { keys: 'F8', label: 'Next problem', run: problems.next },
    {
      keys: 'Delete',
      label: 'Delete',
      run: () => edit((drawing) => deleteSelection(drawing, store.getState().selection)),
      enabled: editable,
    },
    { keys: 'mod+d', label: 'Duplicate', run: duplicate, enabled: editable },
    { keys: 'mod+z', label: 'Undo', run: () => store.getState().undo(), enabled: editable },
    { keys: 'mod+shift+z', label: 'Redo', run: () => store.getState().redo(), enabled: editable },
    {
      keys: 'mod+y',
      label: 'Redo',
      run: () => store.getState().redo(),
      enabled: editable,
      hidden: true,
    },
    { keys: 'mod+s', label: 'Save now', run: () => onSave?.(), enabled: onSave !== undefined },
  ]);
  return problems;
}
