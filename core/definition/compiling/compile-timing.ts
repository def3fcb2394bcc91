import type { Timing } from '../../drawing/timing.ts';
import type { ConditionChecker } from './condition-checker.ts';
import type { TimingDefinition } from './timing-definition.ts';

/** A timing with its conditions compiled; `ready` is what is meant when nothing is said. */
export function compileTiming(timing: Timing, checker: ConditionChecker): TimingDefinition {
  const { n, unit, from, field, cases = [] } = timing;
  return {
    n,
    unit,
    ...(from && from !== 'ready' && { from }),
    ...(from === 'field' && field && { field }),
    ...(cases.length > 0 && {
      cases: cases.map((one) => ({
        n: one.n,
        unit: one.unit,
        when: checker.compile(one.when, 'boolean'),
      })),
    }),
  };
}
