import type { Drawing } from '#core/drawing/drawing.ts';
import type { Link } from '#core/drawing/link.ts';
import type { Exit, Stage } from '#core/drawing/stage.ts';
import { drawnStage } from '#core/drawing/drawn-step.ts';
import { findExit, findLink, selectionName } from '../../state/selection.ts';
import type { Command, Refusal } from '../command.ts';
import { editOf, type Edit } from '../edit-of.ts';

/** Changes properties of one stage. */
export function editStage(drawing: Drawing, id: string, edit: Edit<Stage>): Command | Refusal {
  const stage = drawnStage(drawing, id);
  if (!stage) return { refused: 'This stage is no longer drawn.' };
  return editOf(edit, stage.name, `stage:${id}`, (draft) => drawnStage(draft, id));
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
  return editOf(edit, name, `link:${stage}/${id}`, (draft) => findLink(draft, stage, id));
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
  return editOf(edit, name, `exit:${stage}/${id}`, (draft) => findExit(draft, stage, id));
}
