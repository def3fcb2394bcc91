import type { ProcessDefinition } from '../../definition/definition.ts';
import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import type { Effect } from '../contract/effect.ts';
import type { StepRef } from '../contract/event.ts';
import type { Fact } from '../contract/fact.ts';
import { openFrame, type Frame } from '../scopes/frame.ts';
import { effectKey } from './keys.ts';
import type { Occurrence } from './occurred.ts';
import { own } from './own.ts';
import type { Pending } from './pending.ts';
import type { FrameState, RunState } from './run-state.ts';
import { stageIndex, type StageIndex } from './stage-index.ts';
import { attemptOf, type StepState } from './step-state.ts';

/**
 * The draft of one fold: an own copy of the state's outer objects, and what has come out so far.
 * Steps, clocks and incidents in it are replaced, never changed: they may be the caller's.
 */
export interface Turn {
  readonly definition: ProcessDefinition;
  readonly now: number;
  readonly state: RunState;
  readonly facts: Fact[];
  readonly effects: Effect[];
  /** The current stage; undefined before the start. */
  stage: StageIndex | undefined;
  /** Whose steps are being worked on: the stage's, a rail's, or what an earlier stage left under way. */
  frame: Frame;
  readonly frames: Map<string, Frame>;
  queue: Pending[];
  /** Watched fields that changed and have not been looked at. */
  changed: Set<string>;
  /** Exits called by the event at hand (E9), by id. */
  called: Set<string>;
  /** What has happened that may set a process clock or a rail in motion. */
  occurred: Occurrence[];
  /** Stage entries in this step of the engine (E15). */
  entries: number;
}

/** Opens a draft on a state, which is left as it is. */
export function openTurn(definition: ProcessDefinition, given: RunState, now: number): Turn {
  const state = copy(given);
  const stage = openFrame(definition, state.stage, state);
  const turn: Turn = {
    definition,
    now,
    state,
    facts: [],
    effects: [],
    stage: stageIndex(definition, state.stage),
    frame: stage,
    frames: new Map([[state.stage, stage]]),
    queue: [],
    changed: new Set(),
    called: new Set(),
    occurred: [],
    entries: 0,
  };
  const sides = state.sides ?? {};
  for (const id of Object.keys(sides)) {
    turn.frames.set(id, openFrame(definition, id, sides[id]!));
  }
  return turn;
}

function copy(state: RunState): RunState {
  const { done, changes, hidden, taken, reworks, triggers, silences, frozen, freezes } = state;
  return {
    ...state,
    ...copyPart(state),
    visits: { ...state.visits },
    values: { ...state.values },
    isSet: { ...state.isSet },
    clocks: [...state.clocks],
    incidents: [...state.incidents],
    events: { ...state.events },
    counters: { ...state.counters },
    ...(state.sides && { sides: copySides(state.sides) }),
    ...(done && { done: { ...done } }),
    ...(changes && { changes: { ...changes } }),
    ...(hidden && { hidden: { ...hidden } }),
    ...(taken && { taken: { ...taken } }),
    ...(reworks && { reworks: { ...reworks } }),
    ...(triggers && { triggers: { ...triggers } }),
    ...(silences && { silences: { ...silences } }),
    ...(freezes && { freezes: [...freezes] }),
    ...(frozen && {
      frozen: { ...frozen, ended: [...frozen.ended], events: [...frozen.events] },
    }),
  };
}

function copyPart({ steps, links }: Pick<FrameState, 'steps' | 'links'>) {
  return { steps: { ...steps }, links: { ...links } };
}

function copySides(sides: Record<string, FrameState>): Record<string, FrameState> {
  return Object.fromEntries(
    Object.entries(sides).map(([id, side]) => [id, { ...side, ...copyPart(side) }]),
  );
}

/** Works on the steps of another frame for a while; nothing happens when there is no such frame. */
export function within(turn: Turn, frame: string, work: () => void): void {
  const other = turn.frames.get(frame);
  if (!other) return;
  const before = turn.frame;
  turn.frame = other;
  work();
  turn.frame = turn.frames.get(before.id) ?? stageFrame(turn);
}

/** Ids of the frames there are now: of the stage, of rails, of stages with work under way. */
export function frameIds(turn: Turn): string[] {
  return [...turn.frames.keys()];
}

/** The frame of the current stage. */
export function stageFrame(turn: Turn): Frame {
  return turn.frames.get(turn.state.stage)!;
}

/** Has a step of this frame looked at when the engine settles. */
export function enqueue(turn: Turn, step: string, from: Pending['from']): void {
  turn.queue.push({ frame: turn.frame.id, step, from, round: stepOf(turn, step).round });
}

/** State of a step of this frame. */
export function stepOf(turn: Turn, id: string): StepState {
  return turn.frame.stepOf(id);
}

/** Puts a step where it now stands; the only place where a step of a running visit changes. */
export function setStep(turn: Turn, id: string, change: Partial<StepState>): void {
  turn.frame.setStep(id, change);
}

/** Begins another round of a step (E13). */
export function renewStep(turn: Turn, id: string): void {
  turn.frame.renewStep(id);
}

/** Makes the steps of a stage just entered: all pending, in the definition's order. */
export function resetSteps(turn: Turn): void {
  const { state } = turn;
  state.steps = {};
  state.links = {};
  turn.called.clear();
  turn.queue = turn.queue.filter(({ frame }) => state.sides?.[frame] !== undefined);
  for (const id of turn.frames.keys()) {
    if (state.sides?.[id] === undefined) turn.frames.delete(id);
  }
  const frame = openFrame(turn.definition, state.stage, state);
  turn.frames.set(state.stage, frame);
  turn.frame = frame;
  for (const step of turn.stage?.stage.steps ?? []) {
    setStep(turn, step.id, { status: 'pending', round: 1 });
  }
}

/** Number of the current visit of the current stage. */
export function visitOf(state: RunState): number {
  return own(state.visits, state.stage) ?? 0;
}

/** Which occurrence of a step of this frame this is; `item` for one of its items. */
export function refOf(turn: Turn, id: string, item?: string): StepRef {
  const { frame, state } = turn;
  const { round, visit } = stepOf(turn, id);
  const ref = {
    stage: frame.id,
    step: id,
    visit: visit ?? own(state.visits, frame.id) ?? 0,
    round,
  };
  return item === undefined ? ref : { ...ref, item };
}

/** The task of a step; from the second attempt of a repeated one on, that attempt's. */
export function taskRef(turn: Turn, id: string, item?: string): StepRef {
  return refOf(turn, id, item ?? attemptOf(stepOf(turn, id)));
}

/**
 * Key of what a step asks for. After a failed effect the retry's incident is part of it: what was
 * asked in vain may be asked again, what was done may not (E24).
 */
export function stepEffectKey(turn: Turn, name: string, id: string, item?: string): string {
  const { again } = stepOf(turn, id);
  const key = effectKey(name, refOf(turn, id, item));
  return again === undefined ? key : `${key}:${again}`;
}

/** A number for what can happen to the same step more than once: unique within the run. */
export function nextSerial(turn: Turn): number {
  return (turn.state.counters.serial += 1);
}

/** The definition of a step of this frame. */
export function definitionOf(turn: Turn, id: string): StepDefinition | undefined {
  return turn.frame.index?.steps.get(id);
}
