import { doneAs, stopClock } from './clocks.ts';
import { closeIncident } from './incidents.ts';
import { isBlocking, isMandatory } from './mandatory.ts';
import { closeTask, hasTask } from './tasks.ts';
import type { Incident } from './run-state.ts';
import { isOfTrigger } from './triggers.ts';
import { refOf, setStep, stepOf, type Turn } from './turn.ts';

/**
 * How a stage is left: `gate` leaves nothing mandatory behind, `ungated` and `override` waive what
 * is, `lost` cancels all.
 */
export interface Leaving {
  how: 'gate' | 'ungated' | 'override' | 'lost';
  by: string | null;
  /** Submission with the reason of an override. */
  reason?: string;
}

/** Settles what the stage leaves behind: tasks, waits, clocks, incidents. Mail in flight goes on. */
export function leaveStage(turn: Turn, leaving: Leaving): void {
  for (const id of turn.frame.unsettled) {
    const step = turn.stage?.steps.get(id);
    const isLeft = step && isBlocking(stepOf(turn, id).status) && isMandatory(turn.state, step);
    if (isLeft && leaving.how !== 'lost') waive(turn, id, leaving);
    else cancel(turn, id, leaving);
  }
  const { id } = turn.frame;
  for (const clock of turn.state.clocks.filter(({ stage }) => stage === id)) {
    stopClock(turn, clock, leaving.how === 'lost' ? 'cancelled' : doneAs(clock));
  }
  for (const incident of turn.state.incidents.filter((each) => isLeft(turn, each))) {
    closeIncident(turn, incident, { as: 'cleared', by: leaving.by });
  }
}

/** Incidents of the stage; those of rails, and of clocks and triggers of the process, stay. */
function isLeft({ state, definition }: Turn, incident: Incident): boolean {
  const { clock, frame } = incident;
  if (clock !== undefined) return !state.clocks.some(({ id }) => id === clock);
  return frame === undefined && !isOfTrigger(definition, incident);
}

function waive(turn: Turn, id: string, { how, by, reason }: Leaving): void {
  closeTask(turn, id, { as: 'waived', why: how, by });
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
  if (hasTask(turn, id)) {
    const why = how === 'lost' ? 'lost' : 'stage_left';
    closeTask(turn, id, { as: 'cancelled', why, by });
    turn.facts.push({ type: 'TaskCancelled', ...refOf(turn, id), why });
  }
  setStep(turn, id, { status: 'cancelled' });
}
