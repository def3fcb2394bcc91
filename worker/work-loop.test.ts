import { describe, expect, it } from 'vitest';
import { startLoop } from './work-loop.ts';

const never = 3_600_000;

/** A round that can be waited for. */
function rounds(result: (round: number) => boolean | Error) {
  let count = 0;
  const waiting: { round: number; resolve: () => void }[] = [];
  const work = async () => {
    count += 1;
    for (const one of waiting) if (one.round <= count) one.resolve();
    const answer = result(count);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const reached = (round: number) =>
    count >= round
      ? Promise.resolve()
      : new Promise<void>((resolve) => waiting.push({ round, resolve }));
  return { work, reached, count: () => count };
}

describe('a work loop', () => {
  it('goes on at once while there is more', async () => {
    const { work, reached, count } = rounds((round) => round < 3);
    const loop = startLoop(work, never, () => {});
    await reached(3);
    await loop.stop();
    expect(count()).toBe(3);
  });

  it('wakes when told to, also while it works', async () => {
    const { work, reached } = rounds((round) => {
      if (round === 2) loop.wake();
      return false;
    });
    const loop = startLoop(work, never, () => {});
    await reached(1);
    loop.wake();
    await reached(3);
    await loop.stop();
  });

  it('survives a round that fails, and tells it', async () => {
    const failures: unknown[] = [];
    const { work, reached } = rounds((round) => (round === 1 ? new Error('away') : false));
    const loop = startLoop(work, 1, (error) => failures.push(error));
    await reached(2);
    await loop.stop();
    expect(failures).toEqual([new Error('away')]);
  });
});
