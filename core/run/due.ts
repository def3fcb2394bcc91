import { clockOf } from './clocks.ts';
import { advance } from './advance.ts';
import { breach, escalate, pendingLevels } from './escalate.ts';
import type { Clock } from './clock-state.ts';
import type { RunState } from './run-state.ts';
import { beginTask } from './tasks.ts';
import { definitionOf, stageFrame, within, type Turn } from './turn.ts';
import { endWait, timeUpPort } from './waits.ts';

/** Something whose time has come: a wait's timer (rank 0), a task's (1) or the stage's (2) clock. */
interface Due {
  at: number;
  rank: 0 | 1 | 2;
  /** Place of the step in the definition: breaks ties. */
  place: number;
  frame: string;
  wait?: string;
  clock?: string;
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
  if (due.wait !== undefined) endTimer(turn, due.wait);
  const clock = due.clock === undefined ? undefined : clockOf(turn, due.clock);
  if (clock) passClock(turn, clock, due.at, limit);
}

function endTimer(turn: Turn, wait: string): void {
  const step = definitionOf(turn, wait);
  if (step?.kind === 'wait') endWait(turn, wait, timeUpPort(step));
  if (step?.kind === 'task') beginTask(turn, step);
  if (step?.kind === 'process') endWait(turn, wait, 'timeout');
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
  if (turn.state.status !== 'open') return;
  const place = (frame: string, step: string) =>
    turn.frames.get(frame)?.index?.place.get(step) ?? 0;
  for (const [frame, { timers, stepOf }] of turn.frames) {
    for (const wait of timers) {
      yield { at: stepOf(wait).timerAt!, rank: 0, place: place(frame, wait), frame, wait };
    }
  }
  for (const clock of turn.state.clocks) {
    const at = nextInstant(clock);
    if (at === undefined) continue;
    const { id, stage, step } = clock;
    const rank = step === undefined ? 2 : 1;
    const frame = stage === '' ? turn.state.stage : stage;
    yield { at, rank, place: place(frame, step ?? ''), frame, clock: id };
  }
}

function compare(a: Due, b: Due): number {
  return a.at - b.at || a.rank - b.rank || a.place - b.place;
}

/** The next instant at which a clock has something to do: its breach, or an armed level. */
function nextInstant(clock: Clock): number | undefined {
  const due = clock.breached || clock.due === undefined ? Infinity : clock.due;
  const next = Math.min(due, ...pendingLevels(clock).map((level) => level.at));
  return Number.isFinite(next) ? next : undefined;
}

/** When the run must be woken: the earliest due of all; nothing while all clocks are arming. */
export function wakeAtOf(state: RunState): number | undefined {
  if (state.status !== 'open') return undefined;
  let wakeAt = Infinity;
  for (const { steps } of [state, ...Object.values(state.sides ?? {})]) {
    for (const { status, timerAt } of Object.values(steps)) {
      const runs = status === 'waiting' || status === 'running';
      if (runs) wakeAt = Math.min(wakeAt, timerAt ?? Infinity);
    }
  }
  for (const clock of state.clocks) wakeAt = Math.min(wakeAt, nextInstant(clock) ?? Infinity);
  return Number.isFinite(wakeAt) ? wakeAt : undefined;
}
