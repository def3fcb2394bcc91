import type { TaskDefinition } from '../../definition/compiling/step-definition.ts';
import { resolveLink } from '../../run/steps/links.ts';
import { refOf, setStep, stepEffectKey, stepOf, taskRef, type Turn } from '../../run/state/turn.ts';

/**
 * An attempt of a task has ended; a repeated one goes on with the next after a while, as long as its
 * outcome says so and there is one left. False when the step ends by this outcome. Links at port
 * `each` are live from the end of the first attempt.
 */
export function endAttempt(turn: Turn, task: TaskDefinition, outcome: string): boolean {
  const { id, repeat } = task;
  if (!repeat) return false;
  const { attempt = 1 } = stepOf(turn, id);
  const next = repeat.on.includes(outcome) && attempt < repeat.max;
  turn.facts.push({ type: 'AttemptEnded', ...taskRef(turn, id), outcome, next });
  if (!next) return false;
  waitForNext(turn, task, attempt + 1);
  for (const link of turn.frame.index?.outgoing.get(id) ?? []) {
    if (link.ports.includes('each')) resolveLink(turn, link);
  }
  return true;
}

function waitForNext(turn: Turn, { id, repeat }: TaskDefinition, attempt: number): void {
  const every = repeat!.every;
  const item = String(attempt);
  setStep(turn, id, { status: 'waiting', attempt, timerUnit: every.unit });
  turn.effects.push({
    key: stepEffectKey(turn, 'timer', id, item),
    kind: 'startTimer',
    wait: refOf(turn, id, item),
    from: turn.now,
    duration: every,
    calendar: { calendar: turn.definition.calendar },
  });
}
