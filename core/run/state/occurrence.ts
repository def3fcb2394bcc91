import type { ProcessDefinition } from '../../definition/definition.ts';
import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import type { RunEvent, StepRef } from '../contract/event.ts';
import { own } from './own.ts';
import type { FrameState, RunState } from './run-state.ts';
import { stageIndex } from './stage-index.ts';
import type { StepState } from './step-state.ts';

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

/** Whether an occurrence of a step is the current one (E24), in the stage, on a rail, or carried. */
export function placeOf(definition: ProcessDefinition, state: RunState, ref: StepRef): Place {
  if (!definedStep(definition, ref)) return 'unknown';
  const visits = own(state.visits, ref.stage) ?? 0;
  if (ref.visit > visits) return 'ahead';
  const part = partOf(state, ref.stage);
  if (!part) return 'past';
  const step = own(part.steps, ref.step);
  if (!step && ref.stage !== state.stage) return 'past';
  if (ref.visit !== (step?.visit ?? visits)) return 'past';
  const round = step?.round ?? 1;
  if (ref.round === round) return 'now';
  return ref.round < round ? 'past' : 'ahead';
}

/** Where a step stands that a reference names, whether or not it is the current occurrence. */
export function stepStateOf(state: RunState, ref: Pick<StepRef, 'stage' | 'step'>): StepState {
  return own(partOf(state, ref.stage)?.steps ?? {}, ref.step) ?? { status: 'pending', round: 1 };
}

/** The steps of the current stage, of a running rail, or what a stage left under way. */
export function partOf(
  state: RunState,
  frame: string,
): Pick<FrameState, 'steps' | 'links'> | undefined {
  return frame === state.stage ? state : own(state.sides ?? {}, frame);
}

export function definedStep(
  definition: ProcessDefinition,
  ref: StepRef,
): StepDefinition | undefined {
  return stageIndex(definition, ref.stage)?.steps.get(ref.step);
}

/** The occurrence of a step that an event is about. */
export function refOfEvent(event: RunEvent): StepRef | undefined {
  if ('task' in event) return event.task;
  if ('approval' in event) return event.approval;
  if ('each' in event) return event.each;
  if ('wait' in event) return event.wait;
  if ('mail' in event) return event.mail;
  if ('webhook' in event) return event.webhook;
  return 'step' in event ? event.step : undefined;
}
