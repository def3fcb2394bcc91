import type { EventOf } from '../contract/event.ts';
import { changedSince, fieldsRevisionOf } from '../fields/field-revisions.ts';
import { holdId } from '../pausing/freeze.ts';
import { refusal, type Refusal } from '../contract/reply.ts';
import type { PersonEvent } from '../contract/run-contract.ts';
import type { RunState } from '../state/run-state.ts';

/** Why a command that could be taken is refused: it was made on what is no longer so (E25). */
export function refuseStale(state: RunState, event: PersonEvent): Refusal | undefined {
  switch (event.kind) {
    case 'complete':
    case 'decide':
      return refuseOvertaken(event) ?? refuseUnseen(state, event);
    case 'request':
    case 'notNeeded':
    case 'waive':
    case 'pauseTask':
    case 'resumeTask':
      return refuseOvertaken(event);
    case 'setFields':
      return refuseEdit(state, event);
    case 'setOwner':
      return refuseOwner(state, event);
    case 'hold':
    case 'resume':
      return refuseHolder(state, event);
    default:
      return undefined;
  }
}

function refuseOvertaken({ overtaken }: { overtaken?: true }): Refusal | undefined {
  if (!overtaken) return undefined;
  return refusal('stale', 'The task was changed meanwhile: look at it, then repeat.');
}

/** What a form sets, and what an approver was shown, is still as the person saw it. */
function refuseUnseen(
  state: RunState,
  { seen = {} }: EventOf<'complete' | 'decide'>,
): Refusal | undefined {
  const fields = changedSince(state, seen);
  if (fields.length === 0) return undefined;
  const message = 'Fields of the deal were changed meanwhile: look at them, then repeat.';
  return { ...refusal('stale', message), fields };
}

/** An edit is made on all fields as they are. */
function refuseEdit(state: RunState, { revision }: EventOf<'setFields'>): Refusal | undefined {
  if (revision === undefined || revision >= fieldsRevisionOf(state)) return undefined;
  return refusal('stale', 'The fields were changed meanwhile: look at them, then repeat.');
}

/** Two who choose the same owner do not contradict each other. */
function refuseOwner({ owner: now }: RunState, event: EventOf<'setOwner'>): Refusal | undefined {
  const { from, owner } = event;
  if (from === undefined || now === from || now === owner) return undefined;
  return refusal('stale', 'The deal has another owner by now: look again, then repeat.');
}

/** A hold, or its end, takes the place of the hold that the person saw. */
function refuseHolder(
  { freezes = [] }: RunState,
  { heldUntil: seen }: EventOf<'hold' | 'resume'>,
): Refusal | undefined {
  const now = freezes.find(({ id }) => id === holdId)?.until ?? null;
  if (seen === undefined || seen === now) return undefined;
  const message =
    now === null
      ? 'The deal is no longer on hold: look again, then repeat.'
      : 'Somebody has put the deal on hold meanwhile: look until when, then repeat.';
  return refusal('stale', message);
}
