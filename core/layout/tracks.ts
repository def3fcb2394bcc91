/** Where in a gap lines run, from its middle. */
const offsets = [0, -4, 4];

/** Gives each source its own track in each gap it uses, while there are any left. */
export interface Tracks {
  /** Offset from the middle of the gap for lines of this source. */
  offset(gap: string, source: string): number;
}

export function newTracks(): Tracks {
  const gaps = new Map<string, Map<string, number>>();
  return {
    offset(gap, source) {
      const users = gaps.get(gap) ?? new Map<string, number>();
      gaps.set(gap, users);
      if (!users.has(source)) users.set(source, users.size);
      return offsets[users.get(source)! % offsets.length]!;
    },
  };
}
