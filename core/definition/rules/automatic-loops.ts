import { surelyHolding } from '../flow/by-itself.ts';
import type { Problem } from '../problems/problem.ts';
import { inExit, problem } from '../problems/report.ts';
import { exitName, type RuleContext } from './rule-context.ts';
import type { StageGraph } from '../flow/stage-graph.ts';
import { knots } from '../flow/strongly-connected.ts';

/**
 * No circle of automatic exits without a wait or a person on the way (E15): each exit back on one is told.
 * A limit does not cure it, because the rounds would run in one instant.
 */
export function* automaticLoops(context: RuleContext): Iterable<Problem> {
  if (!leadsBack(context)) return;
  const ways = context.graphs.map((graph) => automaticTargets(context, graph));
  const knot = knots(ways);
  for (const { stage, index } of context.graphs) {
    for (const exit of stage.exits.filter(({ mode }) => mode === 'auto')) {
      const target = context.stageAt.get(exit.to);
      if (target === undefined || target >= index) continue;
      if (!ways[index]!.includes(target) || knot[target] !== knot[index]) continue;
      const message = `${exitName(context, exit)} leads back into a circle of automatic exits without a wait or a person. Make it manual, or put a step for a person on the way.`;
      yield problem('automatic-loop', inExit(stage, exit, 'mode'), message);
    }
  }
}

function leadsBack({ graphs, stageAt }: RuleContext): boolean {
  return graphs.some(({ stage, index }) =>
    stage.exits.some(({ mode, to }) => mode === 'auto' && (stageAt.get(to) ?? Infinity) < index),
  );
}

/** Places of the stages that the deal may move to with nobody and nothing holding it. */
function automaticTargets({ stageAt }: RuleContext, graph: StageGraph): number[] {
  const holds = surelyHolding(graph).length > 0;
  const exits = graph.stage.exits.filter(
    ({ mode, ungated }) => mode === 'auto' && (ungated || !holds),
  );
  const leaves = holds ? [] : graph.order.flatMap((step) => (step.kind === 'leave' ? [step] : []));
  return [...exits, ...leaves].flatMap(({ to }) => stageAt.get(to) ?? []);
}
