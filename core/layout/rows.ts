import { metrics } from './metrics.ts';

/** The grid with its rows' places, from the top of the column. */
export interface Rows {
  tops: number[];
  bottoms: number[];
}

/** Middle of the gap under a row; below the last row, of the column's padding. */
export function gapBelow(rows: Rows, row: number): number {
  return rows.bottoms[row]! + metrics.rowGap / 2;
}
