import { doneAs, stopClock } from '../clocks/clocks.ts';
import { thawForGood } from '../pausing/freeze.ts';
import { closeIncident } from '../incidents/incidents.ts';
import { endProcessClock } from '../clocks/process-clocks.ts';
import type { Turn } from '../state/turn.ts';

/** What ends with the deal: process clocks, incidents of the process, freezes, silences. */
export function endWithDeal(turn: Turn, outcome: 'won' | 'lost'): void {
  const { state } = turn;
  for (const clock of state.clocks.slice()) {
    const as = outcome === 'lost' ? 'cancelled' : doneAs(clock);
    if (clock.process === undefined) stopClock(turn, clock, as);
    else endProcessClock(turn, clock, as);
  }
  for (const incident of state.incidents.slice()) {
    closeIncident(turn, incident, { as: 'cleared', by: null });
  }
  delete state.silences;
  thawForGood(turn);
}
