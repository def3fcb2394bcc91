import type { StepKind, StepOf } from '#core/drawing/step.ts';
import { editStep } from '../../commands/steps/edit-step.ts';
import { useEdit } from '../../state/editor-context.tsx';

export interface StepFormProps<K extends StepKind> {
  stage: string;
  step: StepOf<K>;
}

/** `edit('due', recipe)` is one edit; `type('name', recipe)` joins key strokes of a field. */
export function useStepEdit<K extends StepKind>({ stage, step }: StepFormProps<K>) {
  const edit = useEdit();
  const { id, kind } = step;
  const run = (what: string, recipe: (step: StepOf<K>) => void, typing: boolean) =>
    edit((drawing) => editStep<K>(drawing, { stage, id, kind: kind as K, what, recipe, typing }));
  return {
    edit: (what: string, recipe: (step: StepOf<K>) => void) => run(what, recipe, false),
    type: (what: string, recipe: (step: StepOf<K>) => void) => run(what, recipe, true),
  };
}
