import { doneAs, stopClock } from './clocks.ts';
import { remember } from './done-steps.ts';
import { closeIncident } from './incidents.ts';
import { isBlocking, isMandatory } from './mandatory.ts';
import { closeTask, hasTask } from './tasks.ts';
import { refOf, setStep, stepOf, taskRef, type Turn } from './turn.ts';

/**
 * How a stage is left: `gate` leaves nothing mandatory behind, `ungated` and `override` waive what
 * is, `lost` cancels all, and so does `back`, which asks for none of it (E12).
 */
export interface Leaving {
  how: 'gate' | 'ungated' | 'override' | 'lost' | 'back';
  by: string | null;
  /** Submission with the reason of an override. */
  reason?: string;
}

/** Settles what the stage leaves behind: tasks, waits, clocks, incidents. Mail in flight goes on. */
export function leaveStage(turn: Turn, leaving: Leaving): void {
  const drops = leaving.how === 'lost' || leaving.how === 'back';
  remember(turn, Object.keys(turn.frame.part.steps));
  for (const id of turn.frame.unsettled) {
    const step = turn.stage?.steps.get(id);
    const isLeft = step && isBlocking(stepOf(turn, id).status) && isMandatory(turn.state, step);
    if (isLeft && !drops) waive(turn, id, leaving);
    else cancel(turn, id, leaving);
  }
  for (const clock of turn.state.clocks.slice()) {
    stopClock(turn, clock, drops ? 'cancelled' : doneAs(clock));
  }
  for (const incident of turn.state.incidents.slice()) {
    closeIncident(turn, incident, { as: 'cleared', by: leaving.by });
  }
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
    const why = how === 'lost' ? 'lost' : how === 'back' ? 'moved_back' : 'stage_left';
    closeTask(turn, id, { as: 'cancelled', why, by });
    turn.facts.push({ type: 'TaskCancelled', ...taskRef(turn, id), why });
  }
  setStep(turn, id, { status: 'cancelled' });
}
