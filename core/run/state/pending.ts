/**
 * A step whose turn may have come: from its joins on; from its condition on, when its links have been
 * passed or do not matter (E13); or (again) from its work on.
 */
export interface Pending {
  frame: string;
  step: string;
  from: 'turn' | 'when' | 'work';
  /** Of a round that has been reset since, nothing is begun any more (E13). */
  round: number;
}
