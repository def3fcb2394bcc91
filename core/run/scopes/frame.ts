import type { ProcessDefinition } from '../../definition/definition.ts';
import { own } from '../state/own.ts';
import type { FrameState } from '../state/run-state.ts';
import { stageIndex, type StageIndex } from '../state/stage-index.ts';
import type { StepState } from '../state/step-state.ts';

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
  /** Steps that wait for their lock. */
  readonly locked: Set<string>;
  readonly stepOf: (id: string) => StepState;
  readonly setStep: (id: string, change: Partial<StepState>) => void;
  /** Begins another round of a step: pending, with nothing left of the round before (E13). */
  readonly renewStep: (id: string) => void;
  /** Forgets the instant of a step's timer, which is being asked for anew. */
  readonly clearTimer: (id: string) => void;
  /** A task waits for nobody any more. */
  readonly endPause: (id: string) => void;
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
    locked: new Set(),
    stepOf: (step) => own(part.steps, step) ?? { status: 'pending', round: 1 },
    setStep: (step, change) => {
      const next = { ...leaving(frame.stepOf(step), change), ...change };
      part.steps[step] = next;
      classify(frame, step, next);
    },
    renewStep: (step) => {
      const { round, visit, assign, notBy } = frame.stepOf(step);
      const next: StepState = { status: 'pending', round: round + 1 };
      if (visit !== undefined) next.visit = visit;
      if (assign !== undefined) next.assign = assign;
      if (notBy !== undefined) next.notBy = notBy;
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

/** What is left of a step when its status changes: a timer and a place in a queue belong to one. */
function leaving(was: StepState, { status }: Partial<StepState>): StepState {
  if (status === undefined || status === was.status) return was;
  const { timerAt: _at, timerUnit: _unit, timerFixed: _fixed, timerLeft: _left, ...live } = was;
  const { paused: _paused, ...rest } = live;
  if (!rest.locked) return rest;
  const { locked: _locked, reached: _reached, ...begun } = rest;
  return begun;
}

function classify(frame: Frame, id: string, step: StepState): void {
  const waits = step.status === 'waiting';
  mark(frame.unsettled, id, !isSettled(step));
  mark(frame.timers, id, step.timerAt !== undefined && (waits || step.status === 'running'));
  mark(frame.reached, id, waits && step.reached !== undefined);
  mark(frame.locked, id, step.locked === true && step.status === 'pending');
}

function mark(set: Set<string>, id: string, is: boolean): void {
  if (is) set.add(id);
  else set.delete(id);
}
