const LARGEST = 10_000;

/** Pairs of address and account with which somebody has signed in; the oldest is forgotten first. */
export interface KnownPlaces {
  has(pair: string): boolean;
  add(pair: string): void;
}

export function createKnownPlaces(largest = LARGEST): KnownPlaces {
  const pairs = new Set<string>();
  return {
    has: (pair) => pairs.has(pair),
    add(pair) {
      pairs.delete(pair); // so that it is the newest
      pairs.add(pair);
      const [oldest] = pairs;
      if (pairs.size > largest && oldest !== undefined) pairs.delete(oldest);
    },
  };
}
