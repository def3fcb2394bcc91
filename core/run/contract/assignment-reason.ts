/** How a person was found for a task, so that the choice can be explained. */
export interface AssignmentReason {
  strategy: 'queue' | 'roundRobin' | 'leastLoaded' | 'sticky';
  /** People of the pool, and those of them who could have been chosen. */
  pool: number;
  eligible: number;
  /** Set when the chosen person stands in for another who is away. */
  onBehalfOf?: string;
  /** Why nobody was chosen. */
  nobody?: 'all-away' | 'at-capacity' | 'no-match' | 'no-time-before-due';
}
