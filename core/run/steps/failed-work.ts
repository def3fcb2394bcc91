import type { EventOf } from '../contract/event.ts';
import { stopAtIncident } from '../incidents/incidents.ts';
import { placeOf } from '../state/occurrence.ts';
import { stepOf, type Turn } from '../state/turn.ts';

/**
 * A mail or webhook could not even be put together: nothing went out, and nothing says that it was
 * refused. The step stops as an incident; its retry asks for it anew (E2).
 */
export function failWork(turn: Turn, { step: ref, code }: EventOf<'workFailed'>): void {
  if (placeOf(turn.definition, turn.state, ref) !== 'now') return;
  if (stepOf(turn, ref.step).status !== 'running') return;
  stopAtIncident(turn, ref.step, 'effect', { code, operands: [] });
}
