import type { Clock } from '../state/clock-state.ts';

/**
 * Levels of a clock that are armed and have an instant, as in the policy; none before the quiet
 * ends that follows an acknowledgement.
 */
export function pendingLevels(clock: Clock): { level: string; at: number }[] {
  const { due, acknowledgedUntil = -Infinity } = clock;
  if (due === undefined) return [];
  return clock.levels.flatMap(({ level, at, state }) =>
    state === 'armed' && at !== undefined ? [{ level, at: Math.max(at, acknowledgedUntil) }] : [],
  );
}
