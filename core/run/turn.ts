import type { ProcessDefinition, StepDefinition } from '../definition/definition.ts';
import type { Effect } from './effect.ts';
import type { StepRef } from './event.ts';
import type { Fact } from './fact.ts';
import { effectKey } from './keys.ts';
import { own } from './own.ts';
import type { RunState, StepState } from './run-state.ts';
import { stageIndex, type StageIndex } from './stage-index.ts';

/** A step whose turn may have come: from its joins on, or (again) from its work on. */
export interface Pending {
  step: string;
  from: 'turn' | 'work';
}

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
  queue: Pending[];
  /** Watched fields that changed and have not been looked at. */
  changed: Set<string>;
  /** Exits called by the event at hand (E9), by id. */
  called: Set<string>;
  /** Stage entries in this step of the engine (E15). */
  entries: number;
  /** Steps not yet ended, skipped or cancelled; those with a running timer; reached `leave` steps. */
  unsettled: Set<string>;
  timers: Set<string>;
  reached: Set<string>;
  /** Incoming links not yet resolved, counted when first needed. */
  unresolved: Map<string, number>;
}

/** Opens a draft on a state, which is left as it is. */
export function openTurn(definition: ProcessDefinition, state: RunState, now: number): Turn {
  const turn: Turn = {
    definition,
    now,
    state: copy(state),
    facts: [],
    effects: [],
    stage: stageIndex(definition, state.stage),
    queue: [],
    changed: new Set(),
    called: new Set(),
    entries: 0,
    unsettled: new Set(),
    timers: new Set(),
    reached: new Set(),
    unresolved: new Map(),
  };
  for (const id of Object.keys(state.steps)) classify(turn, id, state.steps[id]!);
  return turn;
}

function copy(state: RunState): RunState {
  return {
    ...state,
    visits: { ...state.visits },
    values: { ...state.values },
    isSet: { ...state.isSet },
    steps: { ...state.steps },
    links: { ...state.links },
    clocks: [...state.clocks],
    incidents: [...state.incidents],
    events: { ...state.events },
    counters: { ...state.counters },
  };
}

const settled: ReadonlySet<string> = new Set(['ended', 'skipped', 'cancelled']);

function classify(turn: Turn, id: string, step: StepState): void {
  mark(turn.unsettled, id, !settled.has(step.status));
  mark(turn.timers, id, step.status === 'waiting' && step.timerAt !== undefined);
  mark(turn.reached, id, step.status === 'waiting' && step.reached !== undefined);
}

function mark(set: Set<string>, id: string, is: boolean): void {
  if (is) set.add(id);
  else set.delete(id);
}

/** State of a step of the current visit. */
export function stepOf(turn: Turn, id: string): StepState {
  return own(turn.state.steps, id) ?? { status: 'pending', round: 1 };
}

/** Puts a step where it now stands; the only place where a step of a running visit changes. */
export function setStep(turn: Turn, id: string, change: Partial<StepState>): void {
  const next = { ...stepOf(turn, id), ...change };
  if (settled.has(next.status)) delete next.timerAt;
  turn.state.steps[id] = next;
  classify(turn, id, next);
}

/** Makes the steps of a stage just entered: all pending, in the definition's order. */
export function resetSteps(turn: Turn): void {
  turn.state.steps = {};
  turn.state.links = {};
  for (const set of [turn.unsettled, turn.timers, turn.reached, turn.called]) set.clear();
  turn.unresolved.clear();
  turn.queue = [];
  for (const step of turn.stage?.stage.steps ?? []) {
    setStep(turn, step.id, { status: 'pending', round: 1 });
  }
}

/** Number of the current visit of the current stage. */
export function visitOf(state: RunState): number {
  return own(state.visits, state.stage) ?? 0;
}

/** Which occurrence of a step of the current visit this is. */
export function refOf(turn: Turn, id: string): StepRef {
  const { state } = turn;
  return { stage: state.stage, step: id, visit: visitOf(state), round: stepOf(turn, id).round };
}

/**
 * Key of what a step asks for. After a failed effect the retry's incident is part of it: what was
 * asked in vain may be asked again, what was done may not (E24).
 */
export function stepEffectKey(turn: Turn, name: string, id: string): string {
  const { again } = stepOf(turn, id);
  const key = effectKey(name, refOf(turn, id));
  return again === undefined ? key : `${key}:${again}`;
}

/** A number for what can happen to the same step more than once: unique within the run. */
export function nextSerial(turn: Turn): number {
  return (turn.state.counters.serial += 1);
}

/** The definition of a step of the current stage. */
export function definitionOf(turn: Turn, id: string): StepDefinition | undefined {
  return turn.stage?.steps.get(id);
}
