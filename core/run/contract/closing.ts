/** How a task is closed in the world. */
export interface Closing {
  /** `recalled`: taken back with its draft, which the next round begins with (E13). */
  as: 'done' | 'waived' | 'notNeeded' | 'cancelled' | 'recalled';
  why: string;
  by: string | null;
  outcome?: string;
}
