import { endTargets } from '../../drawing/drawing.ts';
import type { Problem } from '../problems/problem.ts';
import { endName, type RuleContext } from './rule-context.ts';
import { inProcess, problem } from '../problems/report.ts';

/** The process has a stage, and both outcomes have reasons to choose from; a service is finished without. */
export function* outcomes({ drawing }: RuleContext): Iterable<Problem> {
  if (drawing.stages.length === 0) {
    yield problem('no-stage', inProcess('stages'), 'The process has no stage. Add one.');
  }
  for (const end of endTargets) {
    if (drawing.outcomes[end].reasons.length > 0) continue;
    if (end === 'won' && drawing.kind === 'service') continue;
    const message = `${endName(drawing, end)} has no reasons. Add at least one.`;
    yield problem('outcome-without-reasons', inProcess(`outcomes.${end}.reasons`), message);
  }
}
