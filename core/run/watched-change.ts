import type { StepDefinition } from '../definition/step-definition.ts';
import { choosePort } from './branch.ts';
import { moveStageClock } from './clocks.ts';
import { closeIncident, frameOf, isOfLink } from './incidents.ts';
import { isMandatory } from './mandatory.ts';
import { isWatched, lookAtOnlyWhile } from './only-while.ts';
import { read } from './reading.ts';
import { reworkLink } from './rework.ts';
import { retry } from './retry.ts';
import type { Incident } from './run-state.ts';
import { requestTask } from './tasks.ts';
import { definitionOf, stepOf, within, type Turn } from './turn.ts';
import { computeValues } from './update.ts';

/**
 * Looks at everything that is live on a watched field (E6): the stage's deadline, conditions that
 * erred, and offered tasks that have become mandatory. Gates and exits are read after settling.
 */
export function lookAtChanges(turn: Turn): void {
  const field = turn.stage?.stage.deadline?.field;
  const moved = field !== undefined && turn.changed.has(field);
  turn.changed.clear();
  if (moved) moveDeadline(turn, field);
  for (const incident of turn.state.incidents.slice()) {
    if (!nowReads(turn, incident)) continue;
    closeIncident(turn, incident, { as: 'cleared', by: null });
    retry(turn, incident);
  }
  lookAtOnlyWhile(turn);
  for (const frame of [...turn.frames.keys()]) within(turn, frame, () => requestOffered(turn));
}

function requestOffered(turn: Turn): void {
  for (const id of turn.frame.unsettled) {
    const step = definitionOf(turn, id);
    if (!step || stepOf(turn, id).status !== 'offered') continue;
    if (isMandatory(turn.state, step)) requestTask(turn, id, null);
  }
}

function moveDeadline(turn: Turn, field: string): void {
  const clock = moveStageClock(turn, field);
  const failed = turn.state.incidents.find((i) => i.clock !== undefined && i.clock === clock);
  if (failed) closeIncident(turn, failed, { as: 'cleared', by: null });
}

/** Whether the condition behind an incident can be read now; false for incidents of other causes. */
function nowReads(turn: Turn, incident: Incident): boolean {
  const { state, stage } = turn;
  const { index } = turn.frames.get(frameOf(turn, incident)) ?? turn.frame;
  const { element, step: id, at } = incident;
  if (element !== undefined) {
    const exit = stage?.stage.exits.find((each) => each.id === element);
    const link = index?.links.get(element) ?? reworkLink(index, element);
    return read(state, isOfLink(incident) ? link?.when : exit?.when).ok;
  }
  const step = id === undefined ? undefined : index?.steps.get(id);
  if (at === 'when') return step !== undefined && turnReads(turn, frameOf(turn, incident), step);
  if (at !== 'work') return false;
  if (step?.kind === 'branch') return choosePort(state, step).ok;
  return step?.kind === 'update' && computeValues(state, step).ok;
}

/** Of a step under way only its `onlyWhile` still counts; else its condition comes first. */
function turnReads({ state, frames }: Turn, frame: string, step: StepDefinition): boolean {
  const status = frames.get(frame)?.stepOf(step.id).status ?? 'pending';
  const mayGoOn = read(state, step.onlyWhile).ok;
  return mayGoOn && (isWatched(status) || read(state, step.when).ok);
}
