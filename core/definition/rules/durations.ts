import type { Duration } from '../../time/duration.ts';
import type { Step } from '../../drawing/step.ts';
import { followUpsOf } from '../naming/follow-ups.ts';
import type { Problem } from '../problems/problem.ts';
import { eachStep, followUpName, quoted, type RuleContext } from './rule-context.ts';
import { inProcess, inRail, inStep, problem, type Place } from '../problems/report.ts';

/** Time-outs and pauses between attempts take some time; what follows an outcome follows, not precedes it. */
export function* durations(context: RuleContext): Iterable<Problem> {
  const { drawing } = context;
  for (const { home, step } of eachStep(context)) {
    const [duration, fieldPath] = durationOf(step);
    yield* positive(duration, inStep(home, step, fieldPath), quoted(step.name));
  }
  for (const rail of drawing.rails ?? []) {
    if (rail.trigger.on !== 'silence') continue;
    yield* positive(rail.trigger.after, inRail(rail, 'trigger.after'), `Rail ${quoted(rail.name)}`);
  }
  for (const { followUp, fieldPath } of followUpsOf(drawing)) {
    yield* positive(followUp.after, inProcess(`${fieldPath}.after`), followUpName(followUp));
  }
}

function durationOf(step: Step): [Duration | undefined, string] {
  if (step.kind === 'wait' && step.for.kind === 'event') return [step.for.timeout, 'for.timeout'];
  if (step.kind === 'task') return [step.repeat?.every, 'repeat.every'];
  if (step.kind === 'process') return [step.wait?.timeout, 'wait.timeout'];
  return [undefined, ''];
}

function* positive(duration: Duration | undefined, place: Place, name: string): Iterable<Problem> {
  if (!duration || duration.n > 0) return;
  const message = `${name} takes ${duration.n} ${duration.unit}. Enter 1 or more.`;
  yield problem('duration-not-positive', place, message);
}
