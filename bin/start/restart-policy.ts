const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

export interface RestartLimits {
  readonly restarts: number;
  readonly withinMs: number;
}
export const restartLimits: RestartLimits = { restarts: 5, withinMs: 10 * 60_000 };

/** Counts the ends of one part. */
export interface RestartPolicy {
  /** The part has ended: milliseconds to wait before it is started again, or undefined to give up. */
  readonly afterEnd: () => number | undefined;
}

/**
 * Five restarts within ten minutes, each after twice the pause of the one before; the sixth end within them is the
 * last. What lies longer ago counts no more.
 * @param now milliseconds of a clock that does not go back
 */
export function createRestartPolicy(
  now: () => number = () => performance.now(),
  { restarts, withinMs }: RestartLimits = restartLimits,
): RestartPolicy {
  let ends: number[] = [];
  return {
    afterEnd() {
      const at = now();
      ends = [...ends.filter((earlier) => at - earlier < withinMs), at];
      if (ends.length > restarts) return undefined;
      return Math.min(FIRST_PAUSE_MS * 2 ** (ends.length - 1), LONGEST_PAUSE_MS);
    },
  };
}
