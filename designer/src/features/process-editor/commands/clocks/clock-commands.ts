import type { Drawing } from '#core/drawing/drawing.ts';
import type { ProcessClock } from '#core/drawing/process-clock.ts';
import type { Command, Refusal } from '../command.ts';
import { editOf, type Edit } from '../edit-of.ts';
import { newId } from '../new-id.ts';
import { putFilled } from '../put-optional.ts';

const gone: Refusal = { refused: 'This clock is no longer in the process.' };

/** Adds a process clock of one business day that starts with the deal. */
export function addClock(drawing: Drawing): { command: Command; id: string } {
  const clock: ProcessClock = {
    id: newId('clock'),
    name: `Clock ${(drawing.clocks ?? []).length + 1}`,
    target: { n: 1, unit: 'bd' },
    start: { on: 'start' },
    stop: { on: 'event', event: 'contacted' },
    ...(drawing.policies[0] && { policy: drawing.policies[0].id }),
  };
  const recipe = (draft: Drawing) => {
    draft.clocks ??= [];
    draft.clocks.push(clock);
  };
  return { id: clock.id, command: { label: `Add ${clock.name}`, recipe } };
}

export function editClock(
  drawing: Drawing,
  id: string,
  edit: Edit<ProcessClock>,
): Command | Refusal {
  const find = (draft: Drawing) => draft.clocks?.find((one) => one.id === id);
  const clock = find(drawing);
  if (!clock) return gone;
  return editOf(edit, clock.name, `clock:${id}`, find);
}

export function deleteClock(drawing: Drawing, id: string): Command | Refusal {
  const clock = drawing.clocks?.find((one) => one.id === id);
  if (!clock) return gone;
  return {
    label: `Delete ${clock.name}`,
    removes: true,
    recipe: (draft) => {
      const left = (draft.clocks ?? []).filter((one) => one.id !== id);
      putFilled(draft, 'clocks', left);
    },
  };
}
