import type { Effect } from './effect.ts';

/** Effects whose answer comes back as an event (E22). */
const asking: ReadonlySet<Effect['kind']> = new Set(['startClock', 'startTimer', 'setOwner']);

/** Whether the world has to answer an effect before the run goes on (E22). */
export function isAsking({ kind }: Effect): boolean {
  return asking.has(kind);
}
