import type { StepOf, Step } from '../../drawing/step.ts';
import { outputsOf } from '../naming/step-fields.ts';

/**
 * Fields that a step has surely set once it is done: required form items, and what it computes. Not
 * those of `each` (there may be no item), nor the results of a process (they may be empty there).
 */
export function sureOutputsOf(step: Step): string[] {
  switch (step.kind) {
    case 'task':
      return step.form.filter((item) => item.required).map(({ field }) => field);
    case 'score':
      return alwaysReachesTier(step) ? outputsOf(step) : [step.field];
    case 'update':
      return outputsOf(step);
    default:
      return [];
  }
}

/** A score below every tier sets none. */
function alwaysReachesTier({ rules, tiers }: StepOf<'score'>): boolean {
  if (!tiers) return true;
  const lowest = rules.reduce((sum, { points }) => sum + Math.min(0, points), 0);
  return tiers.steps.some(({ least }) => least <= lowest);
}

/** It may end without its work being done: by its condition, as not needed, or because it lost its reason. */
export function canBeSteppedOver(step: Step): boolean {
  return Boolean(step.when) || Boolean(step.onlyWhile) || step.mandatory !== true;
}

/** It may be under way still when its stage is complete (E11). */
export function isCarried(step: Step): boolean {
  return 'carry' in step && step.carry !== undefined;
}
