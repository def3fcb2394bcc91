import { drawnKindOf, type Step } from '../../step-kinds/drawn-kinds.ts';

/**
 * Fields that a step has surely set once it is done: required form items, and what it computes. Not
 * those of `each` (there may be no item), nor the results of a process (they may be empty there).
 */
export function sureOutputsOf(step: Step): string[] {
  return [...drawnKindOf(step).sets(step)].flatMap(({ field, surely }) => (surely ? [field] : []));
}

/** It may end without its work being done: by its condition, as not needed, or because it lost its reason. */
export function canBeSteppedOver(step: Step): boolean {
  return Boolean(step.when) || Boolean(step.onlyWhile) || step.mandatory !== true;
}

/** It may be under way still when its stage is complete (E11). */
export function isCarried(step: Step): boolean {
  return 'carry' in step && step.carry !== undefined;
}
