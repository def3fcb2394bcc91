import type { Problem } from '../problems/problem.ts';
import { inRail, problem } from '../problems/report.ts';
import { quoted, type RuleContext } from './rule-context.ts';
import type { RailGraph } from '../flow/stage-graph.ts';

/** A rail reaches from a stage to the same or a later one, has steps, and can begin. */
export function* rails(context: RuleContext): Iterable<Problem> {
  for (const graph of context.rails) {
    const { rail } = graph;
    const name = `Rail ${quoted(rail.name)}`;
    yield* stretch(context, graph);
    if (rail.steps.length > 0) continue;
    const message = `${name} has no steps, so nothing would happen. Add a step, or remove the rail.`;
    yield problem('rail-without-steps', inRail(rail, 'steps'), message);
  }
}

function* stretch({ stageAt, drawing }: RuleContext, { rail }: RailGraph): Iterable<Problem> {
  const name = `Rail ${quoted(rail.name)}`;
  const [first, last] = [stageAt.get(rail.from), stageAt.get(rail.to)];
  for (const end of ['from', 'to'] as const) {
    if (stageAt.has(rail[end])) continue;
    const message = `${name} ${end === 'from' ? 'begins' : 'ends'} at a stage that does not exist. Choose another.`;
    yield problem('unknown-stage', inRail(rail, end), message);
  }
  if (first === undefined || last === undefined) return;
  if (last < first) {
    const message = `${name} ends at ${quoted(drawing.stages[last]!.name)}, before it begins. Choose a later stage.`;
    yield problem('rail-out-of-order', inRail(rail, 'to'), message);
    return;
  }
  const { trigger } = rail;
  const at =
    trigger.on === 'start' ? 0 : trigger.on === 'stage' ? stageAt.get(trigger.stage) : first;
  if (at === undefined || (at >= first && at <= last)) return;
  const message = `${name} begins when ${quoted(drawing.stages[at]!.name)} is entered, where the rail is not. Choose a stage along the rail.`;
  yield problem('rail-never-starts', inRail(rail, 'trigger'), message);
}
