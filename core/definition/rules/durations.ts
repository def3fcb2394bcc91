import { drawnKindOf } from '../../step-kinds/drawn-kinds.ts';
import type { Duration } from '../../time/duration.ts';
import { followUpsOf } from '../naming/follow-ups.ts';
import type { Problem } from '../problems/problem.ts';
import { eachStep, followUpName, quoted, type RuleContext } from './rule-context.ts';
import { inProcess, inRail, inStep, problem, type Place } from '../problems/report.ts';

/** Time-outs and pauses between attempts take some time; what follows an outcome follows, not precedes it. */
export function* durations(context: RuleContext): Iterable<Problem> {
  const { drawing } = context;
  for (const { home, step } of eachStep(context)) {
    for (const { timing, fieldPath, as } of drawnKindOf(step).times(step)) {
      if (as === 'due' || as === 'wait') continue;
      yield* positive(timing, inStep(home, step, fieldPath), quoted(step.name));
    }
  }
  for (const rail of drawing.rails ?? []) {
    if (rail.trigger.on !== 'silence') continue;
    yield* positive(rail.trigger.after, inRail(rail, 'trigger.after'), `Rail ${quoted(rail.name)}`);
  }
  for (const { followUp, fieldPath } of followUpsOf(drawing)) {
    yield* positive(followUp.after, inProcess(`${fieldPath}.after`), followUpName(followUp));
  }
}

function* positive(duration: Duration | undefined, place: Place, name: string): Iterable<Problem> {
  if (!duration || duration.n > 0) return;
  const message = `${name} takes ${duration.n} ${duration.unit}. Enter 1 or more.`;
  yield problem('duration-not-positive', place, message);
}
