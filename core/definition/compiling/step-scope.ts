import type { ConditionChecker } from './condition-checker.ts';

/** What compiling a step needs besides the step. */
export interface StepScope {
  checker: ConditionChecker;
  /** Whether the run keeps a field, as its value or as a flag (E23). */
  isWatched: (field: string) => boolean;
  /** Whether steps can be done again, so that what they depend on and set matters. */
  canRedo: boolean;
}
