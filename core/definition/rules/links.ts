import { portsOf } from '../../drawing/ports.ts';
import type { Fix, Problem } from '../problem.ts';
import { quoted, stepName, type RuleContext } from '../rule-context.ts';
import { inLink, inStep, problem } from '../report.ts';
import type { StageGraph } from '../stage-graph.ts';

/** Links join steps of their stage, start at ports that exist, never at `leave`, never in a circle. */
export function* links({ graphs }: RuleContext): Iterable<Problem> {
  for (const graph of graphs) {
    for (const at of graph.stage.links.keys()) yield* link(graph, at);
    yield* cycle(graph);
  }
}

function* link(graph: StageGraph, at: number): Iterable<Problem> {
  const { stage, steps, index } = graph;
  const drawn = stage.links[at]!;
  const name = `The link from ${stepName(graph, drawn.from)} to ${stepName(graph, drawn.to)}`;
  const remove: Fix = {
    label: 'Remove the link',
    patch: [{ op: 'remove', path: ['stages', index, 'links', at] }],
  };
  for (const end of ['from', 'to'] as const) {
    if (steps.has(drawn[end])) continue;
    const message = `${name} joins a step that is not in ${quoted(stage.name)}. Remove it.`;
    yield problem('unknown-step', inLink(stage, drawn, end), message, remove);
  }
  const source = steps.get(drawn.from);
  if (source?.kind === 'leave') {
    const message = `${name} starts where the deal leaves the stage. Remove it.`;
    yield problem('link-from-leave', inLink(stage, drawn, 'from'), message, remove);
  } else if (source) {
    const known = new Set(portsOf(source).map((port) => port.id));
    for (const [i, port] of drawn.ports.entries()) {
      if (known.has(port)) continue;
      const message = `${name} starts at an outcome that ${quoted(source.name)} does not have. Choose another.`;
      yield problem('unknown-port', inLink(stage, drawn, `ports.${i}`), message);
    }
  }
}

/** One problem for each knot: the first drawn step that lies on a circle, with its companions. */
function* cycle(graph: StageGraph): Iterable<Problem> {
  const knot = onCycle(graph);
  const first = graph.stage.steps.find((step) => knot.has(step.id));
  if (!first) return;
  const names = [...knot].map((id) => stepName(graph, id));
  const listed = names.length > 4 ? [...names.slice(0, 4), 'more'] : names;
  const message = `${listed.join(', ')} wait for each other. Remove one of the links.`;
  yield problem('links-in-cycle', inStep(graph.stage, first, 'links'), message);
}

/** Steps on a cycle without those that only hang behind it: peeled from the other end. */
function onCycle({ cyclic, outgoing, incoming }: StageGraph): Set<string> {
  const knot = new Set(cyclic);
  const left = new Map(
    [...cyclic].map((id) => [
      id,
      (outgoing.get(id) ?? []).filter(({ to }) => cyclic.has(to)).length,
    ]),
  );
  const bare = [...cyclic].filter((id) => left.get(id) === 0);
  for (const id of bare) {
    knot.delete(id);
    for (const { from } of incoming.get(id) ?? []) {
      if (!cyclic.has(from)) continue;
      left.set(from, left.get(from)! - 1);
      if (left.get(from) === 0) bare.push(from);
    }
  }
  return knot;
}
