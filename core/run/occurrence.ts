import type { ProcessDefinition, StepDefinition } from '../definition/definition.ts';
import type { StepRef } from './event.ts';
import { own } from './own.ts';
import type { RunState } from './run-state.ts';
import { stageIndex } from './stage-index.ts';

/** Where a reference stands to the run: before it, behind it, or nowhere in the definition. */
export type Place = 'now' | 'past' | 'ahead' | 'unknown';

/** Whether a visit of a stage is the current one (E25). */
export function placeOfVisit(
  definition: ProcessDefinition,
  state: RunState,
  at: { stage: string; visit: number },
): Place {
  if (!stageIndex(definition, at.stage)) return 'unknown';
  const visits = own(state.visits, at.stage) ?? 0;
  if (at.visit > visits) return 'ahead';
  return at.stage === state.stage && at.visit === visits ? 'now' : 'past';
}

/** Whether an occurrence of a step is the current one (E24). */
export function placeOf(definition: ProcessDefinition, state: RunState, ref: StepRef): Place {
  if (!definedStep(definition, ref)) return 'unknown';
  const place = placeOfVisit(definition, state, ref);
  if (place !== 'now') return place;
  const round = own(state.steps, ref.step)?.round ?? 1;
  if (ref.round === round) return 'now';
  return ref.round < round ? 'past' : 'ahead';
}

export function definedStep(
  definition: ProcessDefinition,
  ref: StepRef,
): StepDefinition | undefined {
  return stageIndex(definition, ref.stage)?.steps.get(ref.step);
}
