import type { Link } from '../../drawing/link.ts';
import { linkPortsOf } from '../../drawing/ports.ts';
import type { Step } from '../../drawing/step.ts';
import type { Fix, Problem } from '../problems/problem.ts';
import { quoted, stepName, type RuleContext } from './rule-context.ts';
import { inLink, inStep, problem } from '../problems/report.ts';
import type { HomeGraph } from '../flow/stage-graph.ts';

/** Links join steps of their stage or rail, start at ports that exist, never at `leave`, never in a circle. */
export function* links({ homes }: RuleContext): Iterable<Problem> {
  for (const graph of homes) {
    for (const [at, link] of graph.home.links.entries()) yield* ends(graph, link, at);
    yield* cycle(graph);
  }
}

function* ends(graph: HomeGraph, link: Link, at: number): Iterable<Problem> {
  const { home, steps } = graph;
  const name = `The link from ${stepName(graph, link.from)} to ${stepName(graph, link.to)}`;
  const remove: Fix = {
    label: 'Remove the link',
    patch: [{ op: 'remove', path: [...graph.path, 'links', at] }],
  };
  for (const end of ['from', 'to'] as const) {
    if (steps.has(link[end])) continue;
    const message = `${name} joins a step that is not in ${quoted(home.name)}. Remove it.`;
    yield problem('unknown-step', inLink(home, link, end), message, remove);
  }
  const source = steps.get(link.from);
  if (source?.kind === 'leave') {
    const message = `${name} starts where the deal leaves the stage. Remove it.`;
    yield problem('link-from-leave', inLink(home, link, 'from'), message, remove);
  } else if (source) {
    yield* unknownPorts(graph, link, source, name);
  }
}

function* unknownPorts(
  { home }: HomeGraph,
  link: Link,
  source: Step,
  name: string,
): Iterable<Problem> {
  const known = new Set(linkPortsOf(source).map((port) => port.id));
  for (const [i, port] of link.ports.entries()) {
    if (known.has(port)) continue;
    const message = `${name} starts at an outcome that ${quoted(source.name)} does not have. Choose another.`;
    yield problem('unknown-port', inLink(home, link, `ports.${i}`), message);
  }
}

/** One problem for each knot: the first drawn step that lies on a circle, with its companions. */
function* cycle(graph: HomeGraph): Iterable<Problem> {
  const knot = onCycle(graph);
  const first = graph.home.steps.find((step) => knot.has(step.id));
  if (!first) return;
  const names = [...knot].map((id) => stepName(graph, id));
  const listed = names.length > 4 ? [...names.slice(0, 4), 'more'] : names;
  const message = `${listed.join(', ')} wait for each other. Remove one of the links.`;
  yield problem('links-in-cycle', inStep(graph.home, first, 'links'), message);
}

/** Steps on a cycle without those that only hang behind it: peeled from the other end. */
function onCycle({ cyclic, outgoing, incoming }: HomeGraph): Set<string> {
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
