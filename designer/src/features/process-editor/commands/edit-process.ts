import type { Drawing } from '#core/drawing/drawing.ts';
import type { Command } from './command.ts';

interface ProcessEdit {
  /** What is changed, in the words of the form: `currency`, `name`. */
  what: string;
  recipe: (drawing: Drawing) => void;
  typing?: boolean;
}

/** Changes what the whole process shares. */
export function editProcess(edit: ProcessEdit): Command {
  return {
    label: `Change ${edit.what} of the process`,
    ...(edit.typing === true ? { coalesce: `process.${edit.what}` } : {}),
    recipe: edit.recipe,
  };
}

/** Takes another drawing as a whole: a conflict's other side, a restored version. */
export function replaceDrawing(drawing: Drawing, label: string): Command {
  return {
    label,
    recipe: (draft) => {
      for (const key of Object.keys(draft) as (keyof Drawing)[])
        delete (draft as Partial<Drawing>)[key];
      Object.assign(draft, structuredClone(drawing));
    },
  };
}
