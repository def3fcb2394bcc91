import type { FactPattern, TimedFact } from './fact-pattern.ts';

/** A line of a comparison: what happened, or what was expected at this place and did not. */
export type Compared = { fact: TimedFact; expected: boolean } | { missing: FactPattern };

/**
 * Something wrong with a scenario. `mistake`: it cannot be played on from here. `difference`: the deal
 * did not do what is expected of it.
 */
export interface Finding {
  kind: 'mistake' | 'difference';
  /** Where in the scenario, such as `acts[3].expect`. */
  path: string;
  message: string;
  /** What could be done, or what the deal waits for, a line each. */
  possible?: string[];
  compared?: Compared[];
}
