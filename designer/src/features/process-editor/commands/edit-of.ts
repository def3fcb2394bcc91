import type { Drawing } from '#core/drawing/drawing.ts';
import type { Command } from './command.ts';

/** A change of one element of the drawing. */
export interface Edit<T> {
  /** What is changed, in the words of the form: `deadline`, `name`. */
  what: string;
  recipe: (target: T) => void;
  /** Typing: key strokes in the same field are one entry. */
  typing?: boolean;
}

/** The command of an edit: `name` as history says it, `key` and `find` of what is edited. */
export function editOf<T>(
  edit: Edit<T>,
  name: string,
  key: string,
  find: (draft: Drawing) => T | undefined,
): Command {
  return {
    label: `Change ${edit.what} of ${name}`,
    ...(edit.typing === true ? { coalesce: `${key}.${edit.what}` } : {}),
    recipe: (draft) => {
      const target = find(draft);
      if (target) edit.recipe(target);
    },
  };
}
