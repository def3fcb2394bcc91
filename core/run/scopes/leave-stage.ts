import { doneAs, stopClock } from '../clocks/clocks.ts';
import { remember } from '../doing-again/done-steps.ts';
import type { Clock } from '../state/clock-state.ts';
import { closesRun } from '../state/ends.ts';
import { goesAlong } from './goes-along.ts';
import { closeIncident } from '../incidents/incidents.ts';
import { closeLeftOpen } from '../work/left-open.ts';
import { isBlocking, isMandatory } from '../steps/mandatory.ts';
import { own } from '../state/own.ts';
import { carryOn, closeSides } from './sides.ts';
import { closeTask, hasTask } from '../work/tasks.ts';
import type { Incident } from '../state/run-state.ts';
import { isOfTrigger } from './triggers.ts';
import {
  definitionOf,
  refOf,
  setStep,
  stepOf,
  taskRef,
  visitOf,
  type Turn,
} from '../state/turn.ts';
import { rememberApprovals } from '../doing-again/voiding.ts';

/**
 * How a stage is left: `gate` leaves nothing mandatory behind, `ungated` and `override` waive what
 * is, `lost` cancels all, and so does `back`, which asks for none of it (E12).
 */
export interface Leaving {
  /** Where it is left for: a stage or an end. */
  to: string;
  how: 'gate' | 'ungated' | 'override' | 'lost' | 'back';
  by: string | null;
  /** Submission with the reason of an override. */
  reason?: string;
}

/**
 * Settles what the stage leaves behind: tasks, waits, clocks, incidents. By the gate, carried work
 * goes along (E11); at the end all of it is settled too. Mail in flight goes on.
 */
export function leaveStage(turn: Turn, leaving: Leaving): void {
  const { how, to, by } = leaving;
  const closes = closesRun(to);
  remember(turn, Object.keys(turn.frame.part.steps));
  rememberApprovals(turn, visitOf(turn.state));
  if (how === 'gate' && !closes) carryOn(turn, to);
  for (const id of turn.frame.unsettled) settleLeft(turn, id, leaving);
  closeLeftOpen(turn, whyLeft(how), by);
  if (closes) closeSides(turn, by, (id) => settleLeft(turn, id, leaving));
  for (const clock of turn.state.clocks.filter((each) => isLeft(turn, each))) {
    stopClock(turn, clock, drops(how) ? 'cancelled' : doneAs(clock));
  }
  for (const incident of turn.state.incidents.filter((each) => isOver(turn, each))) {
    closeIncident(turn, incident, { as: 'cleared', by });
  }
}

/** Whether a clock is of the stage that is left, and not of a step that goes along. */
function isLeft({ state }: Turn, { stage, step }: Clock): boolean {
  const carried = own(state.sides ?? {}, stage)?.steps ?? {};
  return stage === state.stage && (step === undefined || !own(carried, step));
}

/** Incidents of the stage; those of rails, carried work, and clocks and triggers of the process stay. */
function isOver({ state, definition }: Turn, incident: Incident): boolean {
  const { clock, frame } = incident;
  if (clock !== undefined) return !state.clocks.some(({ id }) => id === clock);
  return frame === undefined && !isOfTrigger(definition, incident);
}

function settleLeft(turn: Turn, id: string, leaving: Leaving): void {
  const step = definitionOf(turn, id);
  const isOwed = step && isBlocking(stepOf(turn, id).status) && isMandatory(turn.state, step);
  if (isOwed && !drops(leaving.how)) waive(turn, id, leaving);
  else cancel(turn, id, leaving);
}

function waive(turn: Turn, id: string, { how, by, reason }: Leaving): void {
  closeTask(turn, id, { as: isRecalled(turn, id, how) ? 'recalled' : 'waived', why: how, by });
  turn.facts.push({
    type: 'StepSteppedOver',
    ...refOf(turn, id),
    why: 'waived',
    by,
    ...(reason === undefined ? {} : { reason }),
  });
  setStep(turn, id, { status: 'cancelled' });
}

function cancel(turn: Turn, id: string, { how, by }: Leaving): void {
  const { items = {} } = stepOf(turn, id);
  if (hasTask(turn, id) || Object.values(items).some((item) => item.status === 'open')) {
    const why = whyLeft(how);
    closeTask(turn, id, { as: isRecalled(turn, id, how) ? 'recalled' : 'cancelled', why, by });
    turn.facts.push({ type: 'TaskCancelled', ...taskRef(turn, id), why });
  }
  setStep(turn, id, { status: 'cancelled' });
}

function whyLeft(how: Leaving['how']): string {
  if (how === 'lost') return 'lost';
  return how === 'back' ? 'moved_back' : 'stage_left';
}

/** Lost and back ask for none of what is open. */
function drops(how: Leaving['how']): boolean {
  return how === 'lost' || how === 'back';
}

/** Neither an override nor going back carries: what is under way is taken back from whoever has it. */
function isRecalled(turn: Turn, id: string, how: Leaving['how']): boolean {
  const step = definitionOf(turn, id);
  const takesBack = how === 'override' || how === 'back';
  return takesBack && step !== undefined && goesAlong(step, stepOf(turn, id));
}
