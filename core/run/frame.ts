import type { ProcessDefinition } from '../definition/definition.ts';
import { own } from './own.ts';
import type { FrameState } from './run-state.ts';
import { stageIndex, type StageIndex } from './stage-index.ts';
import type { StepState } from './step-state.ts';

const settled: ReadonlySet<string> = new Set(['ended', 'skipped', 'cancelled']);

/** Whether a step has come to its end in this visit and round. */
export function isSettled({ status }: StepState): boolean {
  return settled.has(status);
}

/**
 * The steps of one visit with the indexes that a fold needs: of the current stage, of a rail, or
 * those that an earlier stage left under way (E11). The indexes can be rebuilt from the state.
 */
export interface Frame {
  /** Id of the stage or rail. */
  readonly id: string;
  readonly index: StageIndex | undefined;
  readonly part: Pick<FrameState, 'steps' | 'links'>;
  /** Steps not yet ended, skipped or cancelled; those with a running timer; reached `leave` steps. */
  readonly unsettled: Set<string>;
  readonly timers: Set<string>;
  readonly reached: Set<string>;
  /** Incoming links not yet resolved, counted when first needed. */
  readonly unresolved: Map<string, number>;
  stepOf(id: string): StepState;
  setStep(id: string, change: Partial<StepState>): void;
  /** Forgets the instant of a step's timer, which is being asked for anew. */
  clearTimer(id: string): void;
  /** A task waits for nobody any more. */
  endPause(id: string): void;
}

export function openFrame(
  definition: ProcessDefinition,
  id: string,
  part: Pick<FrameState, 'steps' | 'links'>,
): Frame {
  const frame: Frame = {
    id,
    index: stageIndex(definition, id),
    part,
    unsettled: new Set(),
    timers: new Set(),
    reached: new Set(),
    unresolved: new Map(),
    stepOf: (step) => own(part.steps, step) ?? { status: 'pending', round: 1 },
    setStep: (step, change) => {
      const next = { ...frame.stepOf(step), ...change };
      if (isSettled(next)) {
        delete next.timerAt;
        delete next.paused;
      }
      part.steps[step] = next;
      classify(frame, step, next);
    },
    endPause: (step) => {
      const { paused: _paused, ...next } = frame.stepOf(step);
      part.steps[step] = next;
    },
    clearTimer: (step) => {
      const { timerAt: _at, ...next } = frame.stepOf(step);
      part.steps[step] = next;
      classify(frame, step, next);
    },
  };
  for (const step of Object.keys(part.steps)) classify(frame, step, part.steps[step]!);
  return frame;
}

function classify(frame: Frame, id: string, step: StepState): void {
  const waits = step.status === 'waiting';
  mark(frame.unsettled, id, !isSettled(step));
  mark(frame.timers, id, step.timerAt !== undefined && (waits || step.status === 'running'));
  mark(frame.reached, id, waits && step.reached !== undefined);
}

function mark(set: Set<string>, id: string, is: boolean): void {
  if (is) set.add(id);
  else set.delete(id);
}
