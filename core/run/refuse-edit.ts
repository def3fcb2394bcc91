import type { EventOf } from './event.ts';
import { refusal, type Refusal } from './reply.ts';
import type { RunState } from './run-state.ts';

/** Of two edits of the fields that were made on one revision the first wins (E25). */
export function refuseEdit(
  { editedOn }: RunState,
  { revision }: EventOf<'setFields'>,
): Refusal | undefined {
  if (revision === undefined || editedOn === undefined || revision > editedOn) return undefined;
  return refusal('stale', 'The fields were changed meanwhile: look at them, then repeat.');
}
