import type { Rectangle } from './metrics.ts';

/** A stage on the board, open or shown as a spine. */
export interface Column extends Rectangle {
  stage: string;
  collapsed: boolean;
}

/** One of the two fixed boxes at the right. */
export interface EndColumn extends Rectangle {
  id: 'won' | 'lost';
}

/** A rail, as wide as the board. */
export interface RailBar extends Rectangle {
  id: string;
}
