import type { ProcessDefinition } from '../../definition/definition.ts';
import type { EventOf } from '../contract/event.ts';
import { definedStep, stepStateOf } from '../state/occurrence.ts';
import { refusal, type Refusal } from '../contract/reply.ts';
import type { RunState } from '../state/run-state.ts';

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
