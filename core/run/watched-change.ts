import { choosePort } from './branch.ts';
import { targetOf } from './clock-target.ts';
import { clockOf } from './clocks.ts';
import { closeIncident, frameOf, isOfLink } from './incidents.ts';
import { isMandatory } from './mandatory.ts';
import { moveDates } from './move-dates.ts';
import { read } from './reading.ts';
import { retry } from './retry.ts';
import type { Frozen, Incident } from './run-state.ts';
import { requestTask } from './tasks.ts';
import { readTiming } from './timing.ts';
import { isOfTrigger, readTriggers } from './triggers.ts';
import { definitionOf, stepOf, within, type Turn } from './turn.ts';
import { computeValues } from './update.ts';
import { timingOfWait } from './wait-timer.ts';

/**
 * Looks at everything that is live on a watched field (E6): dates, triggers, conditions that
 * erred, and offered tasks that have become mandatory. Gates and exits are read after settling.
 */
export function lookAtChanges(turn: Turn): void {
  const fields = new Set(turn.changed);
  turn.changed.clear();
  moveDates(turn, fields);
  if (turn.state.frozen) return keepFields(turn.state.frozen, fields);
  followChanges(turn);
}

/** All but the dates: what a change may let start, which a freeze puts off (E19). */
export function followChanges(turn: Turn): void {
  readTriggers(turn);
  for (const incident of turn.state.incidents.slice()) {
    if (!nowReads(turn, incident)) continue;
    closeIncident(turn, incident, { as: 'cleared', by: null });
    retry(turn, incident);
  }
  for (const frame of [...turn.frames.keys()]) within(turn, frame, () => requestOffered(turn));
}

function requestOffered(turn: Turn): void {
  for (const id of turn.frame.unsettled) {
    const step = definitionOf(turn, id);
    if (!step || stepOf(turn, id).status !== 'offered') continue;
    if (isMandatory(turn.state, step)) requestTask(turn, id, null);
  }
}

function keepFields(frozen: Frozen, fields: ReadonlySet<string>): void {
  frozen.fields = [...new Set([...(frozen.fields ?? []), ...fields])];
}

/** Whether the cases of a clock's timing, which had erred, can be read now. */
function clockReads(turn: Turn, id: string): boolean {
  const clock = clockOf(turn, id);
  if (!clock) return false;
  const { timing } = targetOf(turn.definition, turn.state, clock);
  return timing !== undefined && readTiming(turn.state, timing).ok;
}

/** Whether the condition behind an incident can be read now; false for incidents of other causes. */
function nowReads(turn: Turn, incident: Incident): boolean {
  const { state, stage } = turn;
  const { index } = turn.frames.get(frameOf(turn, incident)) ?? turn.frame;
  const { element, step: id, at, clock } = incident;
  if (clock !== undefined) return at === 'when' && clockReads(turn, clock);
  if (element !== undefined && isOfTrigger(turn.definition, incident)) return false;
  if (element !== undefined) {
    const exit = stage?.stage.exits.find((each) => each.id === element);
    return read(state, isOfLink(incident) ? index?.links.get(element)?.when : exit?.when).ok;
  }
  const step = id === undefined ? undefined : index?.steps.get(id);
  if (at === 'when') return step !== undefined && read(state, step.when).ok;
  if (at !== 'work') return false;
  if (step?.kind === 'branch') return choosePort(state, step).ok;
  if (step?.kind === 'wait') return readTiming(state, timingOfWait(step)).ok;
  return step?.kind === 'update' && computeValues(state, step).ok;
}
