import { setStep, type Turn } from '../../run/state/turn.ts';

/** A reached `leave` step waits for its gate; the oldest goes first (E9). */
export function beginLeave(turn: Turn, { id }: { id: string }): void {
  const reached = (turn.state.counters.reached += 1);
  setStep(turn, id, { status: 'waiting', startedAt: turn.now, reached });
}
