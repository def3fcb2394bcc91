import type { Drawing } from '#core/drawing/drawing.ts';
import type { Rail } from '#core/drawing/rail.ts';
import { drawnRail } from '#core/drawing/drawn-step.ts';
import { stepName } from '../../state/selection.ts';
import type { Command, Refusal } from '../command.ts';
import { editOf, type Edit } from '../edit-of.ts';
import { newId } from '../new-id.ts';
import { putFilled } from '../put-optional.ts';
import { renewSteps } from '../steps/renew-steps.ts';
import { chainOf, inOrder } from './rail-chain.ts';

/** As the schema of drawings has it; more would not be saved. */
const MOST_RAILS = 20;
const gone: Refusal = { refused: 'This rail is no longer drawn.' };

/** Adds a rail from a stage (the first when none is named) to the last, set off by silence. */
export function addRail(drawing: Drawing, stage?: string): Command | Refusal {
  const { stages, rails = [] } = drawing;
  const [first, last] = [stages.find(({ id }) => id === stage) ?? stages[0], stages.at(-1)];
  if (!first || !last) return { refused: 'Add a stage first: a rail spans stages.' };
  if (rails.length >= MOST_RAILS) return { refused: `A process has at most ${MOST_RAILS} rails.` };
  const rail: Rail = {
    id: newId('rail'),
    name: `New rail ${rails.length + 1}`,
    from: first.id,
    to: last.id,
    trigger: { on: 'silence', after: { n: 10, unit: 'bd' }, events: ['reply'] },
    steps: [],
    links: [],
  };
  return {
    label: `Add a rail from ${first.name}`,
    select: { kind: 'rail', stage: rail.id },
    recipe: (draft) => {
      draft.rails ??= [];
      draft.rails.push(rail);
    },
  };
}

export function editRail(drawing: Drawing, id: string, edit: Edit<Rail>): Command | Refusal {
  const rail = drawnRail(drawing, id);
  if (!rail) return gone;
  return editOf(edit, rail.name, `rail:${id}`, (draft) => drawnRail(draft, id));
}

/** Removes a rail with its steps. */
export function deleteRail(drawing: Drawing, id: string): Command | Refusal {
  const rail = drawnRail(drawing, id);
  if (!rail) return gone;
  return {
    label: `Delete ${rail.name}`,
    removes: true,
    select: { kind: 'process' },
    recipe: (draft) => {
      const left = (draft.rails ?? []).filter((one) => one.id !== id);
      putFilled(draft, 'rails', left);
    },
  };
}

/** A copy of a rail with its steps, behind it. */
export function duplicateRail(drawing: Drawing, id: string): Command | Refusal {
  const rail = drawnRail(drawing, id);
  if (!rail) return gone;
  if ((drawing.rails ?? []).length >= MOST_RAILS) {
    return { refused: `A process has at most ${MOST_RAILS} rails.` };
  }
  const copy = { ...structuredClone(rail), id: newId('rail') };
  copy.name = `${rail.name.slice(0, 53)} (copy)`;
  renewSteps(copy);
  return {
    label: `Duplicate ${rail.name}`,
    select: { kind: 'rail', stage: copy.id },
    recipe: (draft) => {
      const at = draft.rails?.findIndex((one) => one.id === id) ?? -1;
      draft.rails?.splice(at + 1, 0, copy);
    },
  };
}

/** Moves a step of a rail one place earlier (-1) or later (1) in its chain. */
export function moveRailStep(
  drawing: Drawing,
  id: string,
  step: string,
  by: -1 | 1,
): Command | Refusal {
  const rail = drawnRail(drawing, id);
  if (!rail) return gone;
  const order = inOrder(rail);
  const at = order.findIndex((one) => one.id === step);
  const [moved, other] = [order[at], order[at + by]];
  if (!moved || !other) return { refused: 'This step is already at the end of the rail.' };
  order[at] = other;
  order[at + by] = moved;
  const ids = order.map((one) => one.id);
  const links = chainOf(order, rail.links, () => newId('link'));
  return {
    label: `Move ${stepName(drawing, id, step)} ${by < 0 ? 'before' : 'behind'} ${other.name}`,
    recipe: (draft) => {
      const target = drawnRail(draft, id);
      if (!target) return;
      target.steps.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
      target.links = links;
    },
  };
}
