import type { Drawing } from '#core/drawing/drawing.ts';
import type { Command } from './command.ts';
import { editOf, type Edit } from './edit-of.ts';

/** Changes what the whole process shares. */
export function editProcess(edit: Edit<Drawing>): Command {
  return editOf(edit, 'the process', 'process', (draft) => draft);
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
