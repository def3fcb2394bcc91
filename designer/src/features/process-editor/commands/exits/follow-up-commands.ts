import type { Drawing, EndTarget, FollowUp } from '#core/drawing/drawing.ts';
import { endName } from '../../state/selection.ts';
import type { Command, Refusal } from '../command.ts';
import { editOf, type Edit } from '../edit-of.ts';
import { newId } from '../new-id.ts';
import { putFilled } from '../put-optional.ts';

const gone: Refusal = { refused: 'This process is no longer started here.' };

/** Adds a process that is started when a deal ends so. */
export function addFollowUp(drawing: Drawing, end: EndTarget, process: string): Command {
  const followUp: FollowUp = { id: newId('then'), process, fields: [] };
  return {
    label: `Add a process that follows ${endName(drawing, end)}`,
    recipe: (draft) => {
      const outcome = draft.outcomes[end];
      putFilled(outcome, 'then', [...(outcome.then ?? []), followUp]);
    },
  };
}

export function editFollowUp(
  drawing: Drawing,
  end: EndTarget,
  id: string,
  edit: Edit<FollowUp>,
): Command | Refusal {
  const find = (draft: Drawing) => draft.outcomes[end].then?.find((one) => one.id === id);
  if (!find(drawing)) return gone;
  return editOf(edit, `what follows ${endName(drawing, end)}`, `then:${end}/${id}`, find);
}

export function deleteFollowUp(drawing: Drawing, end: EndTarget, id: string): Command | Refusal {
  if (!drawing.outcomes[end].then?.some((one) => one.id === id)) return gone;
  return {
    label: `Delete a process that follows ${endName(drawing, end)}`,
    removes: true,
    recipe: (draft) => {
      const outcome = draft.outcomes[end];
      const left = (outcome.then ?? []).filter((one) => one.id !== id);
      putFilled(outcome, 'then', left);
    },
  };
}
