import { tsToMs } from '@temporalio/common/lib/time.js';
import type { History } from '../worker-history.ts';

/** A timer that the server did not fire when it was due; instants of the run, epoch ms. */
interface LateTimer {
  due: number;
  /** When it was fired or cancelled at last. */
  ended: number;
}

const LATE = 60_000;

/** Timers of a run that were due and not fired in time: skipping on, the server may miss one. */
export function lateTimersOf({ events }: History): LateTimer[] {
  const standing = new Map<string, number>();
  const timers: LateTimer[] = [];
  for (const event of events ?? []) {
    const at = tsToMs(event.eventTime);
    const started = event.timerStartedEventAttributes;
    if (started?.timerId) standing.set(started.timerId, at + tsToMs(started.startToFireTimeout));
    const { timerId } = event.timerFiredEventAttributes ?? event.timerCanceledEventAttributes ?? {};
    const due = timerId ? standing.get(timerId) : undefined;
    if (!timerId || due === undefined) continue;
    timers.push({ due, ended: at });
    standing.delete(timerId);
  }
  for (const due of standing.values()) timers.push({ due, ended: Infinity });
  return timers.filter((timer) => timer.ended > timer.due + LATE);
}
