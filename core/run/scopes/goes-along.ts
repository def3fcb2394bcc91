import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import { isStarted, type StepState } from '../state/step-state.ts';

/** Whether a step goes along when its stage is left by the gate: drawn so, and started (E11). */
export function goesAlong(step: StepDefinition, { status }: Pick<StepState, 'status'>): boolean {
  return 'carry' in step && step.carry !== undefined && isStarted(status);
}
