import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import { frameOf, openIncident, stopAtIncident } from '../incidents/incidents.ts';
import { stepOver } from './links.ts';
import { read } from '../state/reading.ts';
import { stopWork } from './stop-work.ts';
import { isUnderWay } from '../state/step-state.ts';
import { definitionOf, stepOf, within, type Turn } from '../state/turn.ts';

/** Whether a step may begin as far as its `onlyWhile` says; if not, it is stepped over or stopped. */
export function mayBegin(turn: Turn, step: StepDefinition): boolean {
  const reading = read(turn.state, step.onlyWhile);
  if (reading.ok && reading.value) return true;
  if (reading.ok) stop(turn, step);
  else stopAtIncident(turn, step.id, 'when', reading);
  return false;
}

/** Watched fields have changed: what is under way only while something holds may have to stop. */
export function lookAtOnlyWhile(turn: Turn): void {
  for (const frame of turn.frames.keys()) {
    within(turn, frame, () => {
      for (const id of turn.frame.unsettled) watchStep(turn, id);
    });
  }
}

/** Reads the `onlyWhile` of a step under way. One that errs stops nothing: an incident beside it. */
export function watchStep(turn: Turn, id: string): void {
  const step = definitionOf(turn, id);
  if (!step?.onlyWhile || !isUnderWay(stepOf(turn, id).status)) return;
  const reading = read(turn.state, step.onlyWhile);
  if (reading.ok) return reading.value ? undefined : stop(turn, step);
  const known = turn.state.incidents.some(
    (one) => one.step === id && one.at === 'when' && frameOf(turn, one) === turn.frame.id,
  );
  const { code, operands } = reading;
  if (!known) openIncident(turn, { step: id, at: 'when', code }, operands);
}

function stop(turn: Turn, step: StepDefinition): void {
  const { operands } = read(turn.state, step.onlyWhile);
  stopWork(turn, step.id, { as: 'cancelled', why: 'onlyWhile', by: null });
  stepOver(turn, step, { why: 'onlyWhile', by: null, operands });
}
