export interface Random {
  /** 0 ≤ n < below. */
  below(below: number): number;
  /** In place. */
  shuffle<T>(items: T[]): T[];
}

/** The same sequence for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  };
  const shuffle = <T>(items: T[]): T[] => {
    for (let at = items.length - 1; at > 0; at--) {
      const other = below(at + 1);
      [items[at], items[other]] = [items[other]!, items[at]!];
    }
    return items;
  };
  return { below, shuffle };
}
