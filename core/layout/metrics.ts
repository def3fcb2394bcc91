/** Sizes of the stage board in pixels at 100 %. Everything is computed from them, nothing measured. */
export const metrics = {
  /** Around the whole board. */
  margin: 12,
  card: { width: 164, base: 56, line: 16 },
  laneGap: 16,
  rowGap: 20,
  /** Left, right and below the steps of a column; left and right are its routing lanes. */
  padding: 20,
  header: 88,
  /** Between header and first row. */
  headerGap: 12,
  spine: 40,
  columnGap: 24,
  /** Height at which exits join headers, from the top of the column. */
  headerLine: 22,
  /** Under the columns, for long exits. */
  channel: 44,
  /** Under the channel, one below the other. */
  rail: { height: 36, gap: 8, leastWidth: 900 },
  end: { width: 92, least: 164, text: 84, reason: 20, follows: 40, gap: 12 },
  /** Columns are at least this high. */
  leastHeight: 400,
} as const;

export interface Point {
  x: number;
  y: number;
}

export interface Rectangle extends Point {
  width: number;
  height: number;
}

/** Width of an open column with this many lanes. */
export function columnWidth(lanes: number): number {
  const { card, laneGap, padding } = metrics;
  return lanes * card.width + (lanes - 1) * laneGap + 2 * padding;
}

/** Middle of the gap left of a lane; with the number of lanes, of the column's right padding. */
export function gapBeside(lane: number, lanes: number): number {
  const { card, laneGap, padding } = metrics;
  const outer = lane === 0 || lane >= lanes;
  const edge = lane === 0 ? 0 : laneX(lane - 1) + card.width;
  return edge + (outer ? padding : laneGap) / 2;
}

/** Left edge of a lane, from the left edge of its column. */
export function laneX(lane: number): number {
  return metrics.padding + lane * (metrics.card.width + metrics.laneGap);
}
