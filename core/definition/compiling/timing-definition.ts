import type { Condition } from '../../condition/condition.ts';
import type { Duration } from '../../time/duration.ts';

/**
 * How long something takes, and from when: absent = from when its turn comes. Of the cases the
 * first that holds replaces the duration.
 */
export interface TimingDefinition extends Duration {
  from?: 'stageEntry' | 'field';
  field?: string;
  cases?: (Duration & { when: Condition })[];
}
