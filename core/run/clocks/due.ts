import type { RailDefinition } from '../../definition/definition.ts';
import { frameOfClock } from './clock-target.ts';
import { clockOf } from './running-clocks.ts';
import { advance } from '../advance.ts';
import { breach, escalate } from './escalate.ts';
import { holdId } from '../pausing/freeze.ts';
import { endChain } from '../ways-out/generation.ts';
import { endHold } from '../pausing/hold.ts';
import { own } from '../state/own.ts';
import { pendingLevels } from './pending-levels.ts';
import { followRailTrigger } from '../scopes/rails.ts';
import { endSilence } from './silences.ts';
import { catchUp } from '../pausing/thaw.ts';
import type { Clock } from '../state/clock-state.ts';
import type { RunState } from '../state/run-state.ts';
import { definitionOf, stageFrame, stepOf, within, type Turn } from '../state/turn.ts';
import { runningKindOf } from '../../step-kinds/running-kinds.ts';

/**
 * Something whose time has come: a wait's timer, a rail's silence or a hold (rank 0), a task's (1)
 * or the stage's (2) clock, or what a freeze has put off (3), once all dates before now have passed.
 */
interface Due {
  at: number;
  rank: 0 | 1 | 2 | 3;
  /** Place of the step in the definition: breaks ties. */
  place: number;
  frame: string;
  wait?: string;
  clock?: string;
  silence?: RailDefinition;
  hold?: true;
  thaw?: true;
}

/**
 * Passes everything that is due, in order, each as a step of the engine of its own (E20).
 * @param until epoch ms; `at` decides whether that very instant belongs to it
 */
export function passDues(turn: Turn, until: number, at: 'before' | 'included'): void {
  const limit = at === 'included' ? until : until - 1;
  for (;;) {
    const due = nextDue(turn);
    if (!due || due.at > limit) return;
    turn.entries = 0;
    turn.frame = stageFrame(turn);
    within(turn, due.frame, () => pass(turn, due, limit));
    advance(turn);
  }
}

function pass(turn: Turn, due: Due, limit: number): void {
  if (hasPassedTime(turn, due)) endChain(turn);
  if (due.hold) return endHold(turn, null, 'until');
  if (due.thaw) return catchUp(turn);
  if (due.silence) return passSilence(turn, due.silence);
  if (due.wait !== undefined) endTimer(turn, due.wait);
  const clock = due.clock === undefined ? undefined : clockOf(turn, due.clock);
  if (clock) passClock(turn, clock, due.at, limit);
}

/** Whether time went by before it: a wait for a date in the past, and the end of a freeze, are none (E28). */
function hasPassedTime(turn: Turn, { at, wait, clock, silence }: Due): boolean {
  if (silence) return true;
  const begun =
    wait === undefined ? clock && clockOf(turn, clock)?.startedAt : stepOf(turn, wait).startedAt;
  return typeof begun === 'number' && at > begun;
}

function passSilence(turn: Turn, rail: RailDefinition): void {
  endSilence(turn, rail.id);
  followRailTrigger(turn, rail);
}

function endTimer(turn: Turn, wait: string): void {
  const step = definitionOf(turn, wait);
  if (step) runningKindOf(step).timeUp(turn, step);
}

/** At one instant of a clock: the breach, then the highest level that is due by now. */
function passClock(turn: Turn, clock: Clock, at: number, limit: number): void {
  if (!clock.breached && clock.due !== undefined && clock.due <= at) breach(turn, clock);
  escalate(turn, clock.id, at, limit);
}

function nextDue(turn: Turn): Due | undefined {
  let first: Due | undefined;
  for (const due of dues(turn)) {
    if (!first || compare(due, first) < 0) first = due;
  }
  return first;
}

function* dues(turn: Turn): Generator<Due> {
  const { state } = turn;
  if (state.status !== 'open') return;
  const frame = state.stage;
  const held = holdEnd(state);
  if (held !== undefined) yield { at: held, rank: 0, place: 0, frame, hold: true };
  if (state.freezes) return;
  if (state.frozen) yield { at: turn.now - 1, rank: 3, place: 0, frame, thaw: true };
  for (const rail of turn.definition.rails ?? []) {
    const at = own(state.silences ?? {}, rail.id)?.at;
    if (at !== undefined) yield { at, rank: 0, place: 0, frame, silence: rail };
  }
  yield* duesOfSteps(turn);
}

function* duesOfSteps(turn: Turn): Generator<Due> {
  const place = (frame: string, step: string) =>
    turn.frames.get(frame)?.index?.place.get(step) ?? 0;
  for (const [frame, { timers, stepOf, index }] of turn.frames) {
    for (const wait of timers) {
      if (!index?.steps.has(wait)) continue;
      yield { at: stepOf(wait).timerAt!, rank: 0, place: place(frame, wait), frame, wait };
    }
  }
  for (const clock of turn.state.clocks) {
    const at = nextInstant(clock);
    if (at === undefined) continue;
    const { id, step } = clock;
    const rank = step === undefined ? 2 : 1;
    const frame = frameOfClock(turn.state, clock);
    yield { at, rank, place: place(frame, step ?? ''), frame, clock: id };
  }
}

function compare(a: Due, b: Due): number {
  return a.at - b.at || a.rank - b.rank || a.place - b.place;
}

/** When a person's hold is over. */
function holdEnd({ freezes }: RunState): number | undefined {
  return freezes?.find(({ id }) => id === holdId)?.until;
}

/** The next instant at which a clock that runs has something to do: its breach, or an armed level. */
function nextInstant(clock: Clock): number | undefined {
  if (clock.pauses) return undefined;
  const due = clock.breached || clock.due === undefined ? Infinity : clock.due;
  const next = Math.min(due, ...pendingLevels(clock).map((level) => level.at));
  return Number.isFinite(next) ? next : undefined;
}

/**
 * When the run must be woken: the earliest due of all; nothing while all clocks are arming. While
 * frozen only for the end of a hold.
 */
export function wakeAtOf(state: RunState): number | undefined {
  if (state.status !== 'open') return undefined;
  if (state.freezes) return holdEnd(state);
  let wakeAt = Infinity;
  for (const { at } of Object.values(state.silences ?? {}))
    wakeAt = Math.min(wakeAt, at ?? Infinity);
  for (const { steps } of [state, ...Object.values(state.sides ?? {})]) {
    for (const { status, timerAt } of Object.values(steps)) {
      const runs = status === 'waiting' || status === 'running';
      if (runs) wakeAt = Math.min(wakeAt, timerAt ?? Infinity);
    }
  }
  for (const clock of state.clocks) wakeAt = Math.min(wakeAt, nextInstant(clock) ?? Infinity);
  return Number.isFinite(wakeAt) ? wakeAt : undefined;
}
