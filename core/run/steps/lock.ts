import { stepTraits } from '../../step-kinds/step-traits.ts';
import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import { isStage } from '../scopes/carry.ts';
import type { Frame } from '../scopes/frame.ts';
import { frameOf } from '../incidents/incidents.ts';
import { isStarted } from '../state/step-state.ts';
import { isWanted } from '../work/tasks.ts';
import { enqueue, refOf, setStep, stepOf, within, type Turn } from '../state/turn.ts';

interface Waiting {
  frame: string;
  step: string;
  lock: string;
  since: number;
}

/**
 * Whether a step has to wait for its lock, and has it wait: one step of the deal at a time is under
 * way with it, and whoever waited longest goes first. An offer takes no lock; nor does a
 * `leave` step, whose gate may ask for those who wait.
 */
export function awaitsLock(turn: Turn, step: StepDefinition): boolean {
  const { id, lock } = step;
  if (lock === undefined || step.kind === 'leave') return false;
  if (isOffer(turn, step)) return false;
  const { locked, reached = Infinity } = stepOf(turn, id);
  const elder = waitingOf(turn).find((one) => one.lock === lock && one.since < reached);
  const holder = holderOf(turn, lock) ?? elder?.step;
  if (holder === undefined) return false;
  if (locked) return true;
  const order = (turn.state.counters.reached += 1);
  setStep(turn, id, { locked: true, reached: order });
  turn.facts.push({ type: 'LockAwaited', ...refOf(turn, id), lock, holder });
  return true;
}

/** Has the oldest of those who wait for each free lock begin; true when there was one. */
export function wakeLocked(turn: Turn): boolean {
  if (turn.state.status !== 'open') return false;
  const seen = new Set<string>();
  for (const { frame, step, lock } of waitingOf(turn)) {
    if (seen.has(lock) || holderOf(turn, lock) !== undefined) continue;
    seen.add(lock);
    within(turn, frame, () => enqueue(turn, step, 'work'));
  }
  return seen.size > 0;
}

/** Whether a step whose turn has come would only be offered (E4). */
function isOffer(turn: Turn, step: StepDefinition): boolean {
  return stepTraits[step.kind].isWork && !isWanted(turn, step);
}

/** Those who wait for a lock, the oldest first. */
function waitingOf(turn: Turn): Waiting[] {
  const waiting = [...turn.frames.values()].flatMap((frame) =>
    [...frame.locked].flatMap((step): Waiting[] => {
      const lock = frame.index?.steps.get(step)?.lock;
      const { reached = 0 } = frame.stepOf(step);
      return lock === undefined ? [] : [{ frame: frame.id, step, lock, since: reached }];
    }),
  );
  return waiting.sort((a, b) => a.since - b.since);
}

/** The step that is under way with a lock; what an earlier stage left under way holds none. */
function holderOf(turn: Turn, lock: string): string | undefined {
  for (const frame of turn.frames.values()) {
    if (isCarried(turn, frame)) continue;
    const steps = frame.index?.locks.get(lock) ?? [];
    const holder = steps.find((id) => isUnderWay(turn, frame, id));
    if (holder !== undefined) return holder;
  }
  return undefined;
}

function isCarried({ definition, state }: Turn, { id }: Frame): boolean {
  return id !== state.stage && isStage(definition, id);
}

function isUnderWay(turn: Turn, { id, index, stepOf: step }: Frame, at: string): boolean {
  const { status } = step(at);
  if (index?.steps.get(at)?.kind === 'leave') return false;
  if (status === 'incident') return !hasNotBegun(turn, id, at);
  return isStarted(status);
}

/** A step whose condition could not be read has had no turn; one that could not be offered has not begun. */
function hasNotBegun(turn: Turn, frame: string, step: string): boolean {
  return turn.state.incidents.some(
    (one) =>
      (one.at === 'when' || one.offer === true) &&
      one.step === step &&
      frameOf(turn, one) === frame,
  );
}
