import type { Drawing } from '#core/drawing/drawing.ts';
import type { Link } from '#core/drawing/link.ts';
import type { Exit, Stage } from '#core/drawing/stage.ts';
import { findExit, findLink, findStage, selectionName } from '../state/selection.ts';
import type { Command, Refusal } from './command.ts';

interface Edit<T> {
  /** What is changed, in the words of the form: `deadline`, `name`. */
  what: string;
  recipe: (target: T) => void;
  /** Typing: key strokes in the same field are one entry. */
  typing?: boolean;
}

function command(label: string, key: string, typing: boolean | undefined): Omit<Command, 'recipe'> {
  return typing === true ? { label, coalesce: key } : { label };
}

/** Changes properties of one stage. */
export function editStage(drawing: Drawing, id: string, edit: Edit<Stage>): Command | Refusal {
  const stage = findStage(drawing, id);
  if (!stage) return { refused: 'This stage is no longer drawn.' };
  return {
    ...command(`Change ${edit.what} of ${stage.name}`, `stage:${id}.${edit.what}`, edit.typing),
    recipe: (draft) => {
      const target = findStage(draft, id);
      if (target) edit.recipe(target);
    },
  };
}

/** Changes ports or condition of one link. */
export function editLink(
  drawing: Drawing,
  stage: string,
  id: string,
  edit: Edit<Link>,
): Command | Refusal {
  if (!findLink(drawing, stage, id)) return { refused: 'This link is no longer drawn.' };
  const name = selectionName(drawing, { kind: 'link', stage, id });
  return {
    ...command(`Change ${edit.what} of ${name}`, `link:${stage}/${id}.${edit.what}`, edit.typing),
    recipe: (draft) => {
      const target = findLink(draft, stage, id);
      if (target) edit.recipe(target);
    },
  };
}

/** Changes properties of one exit. */
export function editExit(
  drawing: Drawing,
  stage: string,
  id: string,
  edit: Edit<Exit>,
): Command | Refusal {
  if (!findExit(drawing, stage, id)) return { refused: 'This exit is no longer drawn.' };
  const name = selectionName(drawing, { kind: 'exit', stage, id });
  return {
    ...command(`Change ${edit.what} of ${name}`, `exit:${stage}/${id}.${edit.what}`, edit.typing),
    recipe: (draft) => {
      const target = findExit(draft, stage, id);
      if (target) edit.recipe(target);
    },
  };
}
