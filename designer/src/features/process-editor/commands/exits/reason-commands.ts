import type { Drawing, EndTarget } from '#core/drawing/drawing.ts';
import type { Command, Refusal } from '../command.ts';
import { idFromLabel } from '../new-id.ts';

const endNames = { won: 'won', lost: 'lost' } as const;

/** Adds a reason for won or lost. */
export function addReason(drawing: Drawing, end: EndTarget, label: string): Command {
  const taken = new Set(drawing.outcomes[end].reasons.map((reason) => reason.id));
  const reason = { id: idFromLabel(label, taken), label };
  return {
    label: `Add ${label} to the reasons of ${endNames[end]}`,
    recipe: (draft) => void draft.outcomes[end].reasons.push(reason),
  };
}

export function renameReason(end: EndTarget, id: string, label: string): Command {
  return {
    label: `Rename a reason of ${endNames[end]}`,
    coalesce: `reason:${end}/${id}`,
    recipe: (draft) => {
      const reason = draft.outcomes[end].reasons.find((one) => one.id === id);
      if (reason) reason.label = label;
    },
  };
}

export function deleteReason(drawing: Drawing, end: EndTarget, id: string): Command | Refusal {
  const reason = drawing.outcomes[end].reasons.find((one) => one.id === id);
  if (!reason) return { refused: 'This reason is no longer in the list.' };
  return {
    label: `Delete ${reason.label} from the reasons of ${endNames[end]}`,
    recipe: (draft) => {
      const outcome = draft.outcomes[end];
      outcome.reasons = outcome.reasons.filter((one) => one.id !== id);
    },
  };
}
