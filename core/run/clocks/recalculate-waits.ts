import { definitionOf, within, type Turn } from '../state/turn.ts';
import { askWaitAgain } from '../../step-kinds/wait/wait-timer.ts';

/** Asks again for every wait under way whose instant depends on the process's calendar. */
export function recalculateWaits(turn: Turn): void {
  for (const frame of turn.frames.keys()) {
    within(turn, frame, () => {
      for (const id of turn.frame.timers) recalculateWait(turn, id);
    });
  }
}

/** Minutes and hours are the same on every calendar. */
function recalculateWait(turn: Turn, id: string): void {
  const step = definitionOf(turn, id);
  if (step?.kind !== 'wait') return;
  const { timerUnit, timerFixed } = turn.frame.stepOf(id);
  const depends = timerFixed ?? (timerUnit === 'd' || timerUnit === 'bh' || timerUnit === 'bd');
  if (depends) askWaitAgain(turn, step);
}
