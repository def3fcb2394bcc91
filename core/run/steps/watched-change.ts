import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import { runningKindOf } from '../../step-kinds/running-kinds.ts';
import { targetOf } from '../clocks/clock-target.ts';
import { clockOf } from '../clocks/running-clocks.ts';
import { closeIncident, frameOf, isOfLink } from '../incidents/incidents.ts';
import { isMandatory } from './mandatory.ts';
import { moveDates } from '../clocks/move-dates.ts';
import { lookAtOnlyWhile } from './only-while.ts';
import { read } from '../state/reading.ts';
import { reworkLink } from '../doing-again/rework.ts';
import { retry } from '../incidents/retry.ts';
import type { Frozen, Incident } from '../state/run-state.ts';
import { isUnderWay } from '../state/step-state.ts';
import { requestTask } from '../work/tasks.ts';
import { readTiming } from '../clocks/timing.ts';
import { isOfTrigger, readTriggers } from '../scopes/triggers.ts';
import { definitionOf, frameIds, stepOf, within, type Turn } from '../state/turn.ts';
import { voidApprovals } from '../doing-again/voiding.ts';

/**
 * Looks at everything that is live on a watched field (E6): dates, triggers, conditions that
 * erred, and offered tasks that have become mandatory. Gates and exits are read after settling.
 */
export function lookAtChanges(turn: Turn): void {
  const fields = new Set(turn.changed);
  turn.changed.clear();
  voidApprovals(turn, fields);
  moveDates(turn, fields);
  if (turn.state.frozen) return keepFields(turn.state.frozen, fields);
  followChanges(turn);
}

/** All but the dates and approvals: what a change may let start, which a freeze puts off (E19). */
export function followChanges(turn: Turn): void {
  readTriggers(turn);
  for (const incident of turn.state.incidents.slice()) {
    if (!nowReads(turn, incident)) continue;
    closeIncident(turn, incident, { as: 'cleared', by: null });
    retry(turn, incident);
  }
  lookAtOnlyWhile(turn);
  for (const frame of frameIds(turn)) within(turn, frame, () => requestOffered(turn));
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
    const link = index?.links.get(element) ?? reworkLink(index, element);
    return read(state, isOfLink(incident) ? link?.when : exit?.when).ok;
  }
  const step = id === undefined ? undefined : index?.steps.get(id);
  if (at === 'when') return step !== undefined && turnReads(turn, frameOf(turn, incident), step);
  if (at !== 'work') return false;
  return step !== undefined && runningKindOf(step).canWork(turn, incident, step);
}

/** Of a step under way only its `onlyWhile` still counts; else its condition comes first. */
function turnReads({ state, frames }: Turn, frame: string, step: StepDefinition): boolean {
  const status = frames.get(frame)?.stepOf(step.id).status ?? 'pending';
  const mayGoOn = read(state, step.onlyWhile).ok;
  return mayGoOn && (isUnderWay(status) || read(state, step.when).ok);
}
