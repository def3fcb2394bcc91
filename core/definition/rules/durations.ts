import type { Duration } from '../../time/duration.ts';
import type { Problem } from '../problem.ts';
import { eachStep, quoted, type RuleContext } from '../rule-context.ts';
import { inStage, inStep, problem, type Place } from '../report.ts';

/** Deadlines, due times and waits take some time; only levels of a policy may lie before. */
export function* durations(context: RuleContext): Iterable<Problem> {
  for (const { stage } of context.graphs) {
    yield* positive(stage.deadline?.after, inStage(stage, 'deadline.after'), stage.name);
  }
  for (const { stage, step } of eachStep(context)) {
    if (step.kind === 'task') yield* positive(step.due, inStep(stage, step, 'due'), step.name);
    if (step.kind !== 'wait') continue;
    const timed = step.for.kind === 'time';
    const duration = step.for.kind === 'time' ? step.for.duration : step.for.timeout;
    const fieldPath = timed ? 'for.duration' : 'for.timeout';
    yield* positive(duration, inStep(stage, step, fieldPath), step.name);
  }
}

function* positive(duration: Duration | undefined, place: Place, name: string): Iterable<Problem> {
  if (!duration || duration.n > 0) return;
  const message = `${quoted(name)} takes ${duration.n} ${duration.unit}. Enter 1 or more.`;
  yield problem('duration-not-positive', place, message);
}
