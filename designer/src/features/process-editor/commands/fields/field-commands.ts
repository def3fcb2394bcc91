import type { Drawing } from '#core/drawing/drawing.ts';
import type { Field, FieldType } from '#core/drawing/field.ts';
import { drawnStep } from '#core/drawing/drawn-step.ts';
import type { Command, Refusal } from '../command.ts';
import { editOf, type Edit } from '../edit-of.ts';
import { forgetField } from './forget-field.ts';
import { idFromLabel } from '../new-id.ts';

/** Adds a field to the process; its id, which conditions name, comes from the label. */
export function addField(
  drawing: Drawing,
  label: string,
  type: FieldType,
): { command: Command; id: string } {
  const id = idFromLabel(label, new Set(drawing.fields.map((field) => field.id)));
  const options =
    type === 'choice' || type === 'choices'
      ? [{ value: 'first', label: 'First choice' }]
      : undefined;
  const field: Field = {
    id,
    label,
    type,
    personal: false,
    intake: 'no',
    ...(options && { options }),
  };
  return {
    id,
    command: { label: `Add field ${label}`, recipe: (draft) => void draft.fields.push(field) },
  };
}

/** Adds a field and asks for it in the form of a task or of a For each, as one edit. */
export function addFieldToForm(
  drawing: Drawing,
  at: { stage: string; step: string },
  label: string,
  type: FieldType,
): Command {
  const { command, id } = addField(drawing, label, type);
  return {
    label: command.label,
    recipe: (draft) => {
      command.recipe(draft);
      const step = drawnStep(draft, at.stage, at.step);
      if (step && 'form' in step) step.form.push({ field: id, required: false });
    },
  };
}

export function editField(drawing: Drawing, id: string, edit: Edit<Field>): Command | Refusal {
  const find = (draft: Drawing) => draft.fields.find((one) => one.id === id);
  const field = find(drawing);
  if (!field) return { refused: 'This field is no longer in the process.' };
  return editOf(edit, `field ${field.label}`, `field:${id}`, find);
}

/** Removes a field from the process and from all that shows or asks for it; conditions become problems. */
export function deleteField(drawing: Drawing, id: string): Command | Refusal {
  const field = drawing.fields.find((one) => one.id === id);
  if (!field) return { refused: 'This field is no longer in the process.' };
  return {
    label: `Delete field ${field.label}`,
    removes: true,
    recipe: (draft) => {
      draft.fields = draft.fields.filter((one) => one.id !== id);
      forgetField(draft, id);
    },
  };
}
