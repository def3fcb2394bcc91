import type { Drawing } from '#core/drawing/drawing.ts';
import type { Selection } from '../state/selection.ts';

/** One edit of the drawing: everything that changes it goes through one of these. */
export interface Command {
  /** What it does, as it is announced and shown at undo: `Add Task to Prepare the offer`. */
  label: string;
  /** Changes the draft in place; must not depend on anything but the draft. */
  recipe: (draft: Drawing) => void;
  /** Edits with the same key that follow one another closely are one entry (typing in a field). */
  coalesce?: string;
  /** Something is taken away: the person is offered to undo it. */
  removes?: true;
  /** What is selected afterwards; without it the selection stays. */
  select?: Selection;
}

/** Why an edit is not made, as a sentence for the person. */
export interface Refusal {
  refused: string;
}

export function isRefusal(made: Command | Refusal): made is Refusal {
  return 'refused' in made;
}
