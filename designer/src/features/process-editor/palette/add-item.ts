import { useCallback } from 'react';
import type { Drawing } from '#core/drawing/drawing.ts';
import type { StepKind } from '#core/drawing/step.ts';
import { addStage } from '../commands/stages/add-stage.ts';
import { addStep } from '../commands/steps/add-step.ts';
import type { Command, Refusal } from '../commands/command.ts';
import { addRail } from '../commands/rails/rail-commands.ts';
import { insertStep } from '../commands/steps/insert-step.ts';
import { useEditor } from '../state/editor-context.tsx';
import { askCentre } from '../state/focus-store.ts';
import type { Selection } from '../state/selection.ts';

export type Item = StepKind | 'stage' | 'rail';

/**
 * Where an item goes when nothing is said: behind the selected step, on the selected link, in the selected
 * stage. Behind a step it comes by the ports `by`.
 */
export function addAt(
  drawing: Drawing,
  item: Item,
  selection: Selection,
  by?: readonly string[],
): Command | Refusal {
  const stage = 'stage' in selection ? selection.stage : undefined;
  if (item === 'stage') return addStage(drawing, stage);
  if (item === 'rail') return addRail(drawing, stage);
  if (selection.kind === 'link') return insertStep(drawing, selection.stage, selection.id, item);
  const after = selection.kind === 'step' ? selection.id : undefined;
  const target = stage ?? drawing.stages.at(-1)?.id;
  if (target === undefined) return { refused: 'Add a stage first: a step lives in one.' };
  return addStep(drawing, target, item, after, by);
}

/** Adds an item at the selection, or at `where`; shows it and opens its properties. */
export function useAddItem(): (item: Item, where?: Selection, by?: readonly string[]) => void {
  const { store, focus } = useEditor();
  return useCallback(
    (item, where, by) => {
      const { drawing, selection, dispatch } = store.getState();
      if (!dispatch(addAt(drawing, item, where ?? selection, by))) return;
      const added = store.getState();
      if ('stage' in added.selection) added.setCollapsed([added.selection.stage], false);
      added.setPanelOpen(true);
      askCentre(focus, added.selection);
    },
    [store, focus],
  );
}
