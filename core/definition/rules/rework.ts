import { precedes } from '../flow/precedes.ts';
import type { Problem } from '../problems/problem.ts';
import { inLink, problem } from '../problems/report.ts';
import { stepName, type RuleContext } from './rule-context.ts';
import type { HomeGraph } from '../flow/stage-graph.ts';

/** A rework link leads back within a stage, from a named outcome (E13). */
export function* rework({ homes }: RuleContext): Iterable<Problem> {
  for (const graph of homes) if (graph.rework.size > 0) yield* within(graph);
}

function* within(graph: HomeGraph): Iterable<Problem> {
  const { home, kind } = graph;
  const links = [...graph.rework.values()].flat();
  const isBefore = precedes(
    graph,
    links.map(({ to }) => to),
  );
  for (const link of links) {
    const name = `The way back from ${stepName(graph, link.from)} to ${stepName(graph, link.to)}`;
    if (kind === 'rail') {
      const message = `${name} is drawn in a rail, which has no rounds. Let the rail run again, or remove the link.`;
      yield problem('rework-in-rail', inLink(home, link, 'rework'), message);
    } else if (!isBefore(link.to, link.from)) {
      const message = `${name} does not lead back: no chain of links leads from the one to the other. Choose an earlier step.`;
      yield problem('rework-not-back', inLink(home, link, 'to'), message);
    }
    if (link.ports.length > 0) continue;
    const message = `${name} starts at every outcome, so nothing would ever go on. Name the outcome.`;
    yield problem('rework-without-port', inLink(home, link, 'ports'), message);
  }
}
