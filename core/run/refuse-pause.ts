import type { ProcessDefinition } from '../definition/definition.ts';
import type { EventOf } from './event.ts';
import { definedStep, stepStateOf } from './occurrence.ts';
import { refusal, type Refusal } from './reply.ts';
import type { RunState } from './run-state.ts';

/** Why a task cannot wait, or cannot go on; that it is open has been looked at. */
export function refusePause(
  definition: ProcessDefinition,
  state: RunState,
  event: EventOf<'pauseTask' | 'resumeTask'>,
): Refusal | undefined {
  const { paused } = stepStateOf(state, event.task);
  const task = `Task "${event.task.step}"`;
  if (event.kind === 'resumeTask') {
    return paused ? undefined : refusal('not-open', `${task} waits for nobody.`);
  }
  if (paused) return refusal('not-open', `${task} waits already: let it go on first.`);
  const step = definedStep(definition, event.task);
  const may = (step?.kind === 'task' && step.pauses) || [];
  if (may.includes(event.why)) return undefined;
  const reasons = may.map((why) => `"${why}"`).join(', ');
  const remedy = may.length > 0 ? `choose ${reasons}` : 'none is drawn for it';
  return refusal('unknown-outcome', `${task} cannot wait for "${event.why}": ${remedy}.`);
}

/** Why nobody can take note of a clock now: it is another one, not overdue, or was taken note of. */
export function refuseAcknowledge(
  { clocks }: RunState,
  { clock: id, cycle }: EventOf<'acknowledge'>,
): Refusal | undefined {
  const clock = clocks.find((each) => each.id === id);
  if (!clock || clock.cycle !== cycle) {
    const message = `Clock "${id}" does not run any more as you saw it: load the deal again.`;
    return refusal('stale', message);
  }
  if (clock.acknowledgedUntil !== undefined) {
    return refusal('not-open', `Somebody has taken note of clock "${id}" already.`);
  }
  if (clock.breached || clock.levels.some(({ state }) => state === 'fired')) return undefined;
  return refusal('not-open', `Clock "${id}" is not overdue: there is nothing to take note of.`);
}
