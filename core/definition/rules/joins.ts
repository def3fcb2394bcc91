import type { Link } from '../../drawing/link.ts';
import { portsOf } from '../../drawing/ports.ts';
import { isUnlinked } from '../flow/linked-ports.ts';
import type { Problem } from '../problems/problem.ts';
import { inStep, problem } from '../problems/report.ts';
import { eachStep, quoted, stepName, type RuleContext } from './rule-context.ts';
import { linksNeeded, portsOfLink, type HomeGraph } from '../flow/stage-graph.ts';

/** A join can have as many live links as it waits for, and cannot fall short unnoticed (E5). */
export function* joins(context: RuleContext): Iterable<Problem> {
  const origins = new Map<HomeGraph, Map<string, Origin>>();
  for (const { graph, home, step } of eachStep(context)) {
    if (!step.join || step.join.mode === 'all') continue;
    const name = quoted(step.name);
    const incoming = graph.incoming.get(step.id) ?? [];
    if (incoming.length === 0) {
      const message = `${name} waits for links but has none. Link steps to it, or let it wait for nothing.`;
      yield problem('join-without-links', inStep(home, step, 'join'), message);
      continue;
    }
    if (!origins.has(graph)) origins.set(graph, originsOf(graph));
    const most = mostLive(graph, incoming, origins.get(graph)!);
    const need = linksNeeded(step.join);
    if (need > most) {
      const message = `${name} waits for ${need} links, but at most ${most} can be live. Lower the number, or link more steps.`;
      yield problem('join-unreachable', inStep(home, step, 'join.count'), message);
      continue;
    }
    const weak = incoming.find((link) => shortcomingOf(graph, link));
    if (!weak) continue;
    const source = stepName(graph, weak.from);
    const message = `${name} is mandatory and would be skipped when ${source} ends as ${quoted(shortcomingOf(graph, weak)!)}, to which nothing is linked. Link it, or make ${name} optional.`;
    yield problem('join-may-fail', inStep(home, step, 'join'), message);
  }
}

/** A step runs only if this one ended by one of these ports; undefined when nothing is known. */
type Origin = { step: string; ports: Set<string> } | undefined;

/** What each step hangs on when a single link leads to it, followed back along such links. */
function originsOf(graph: HomeGraph): Map<string, Origin> {
  const origins = new Map<string, Origin>();
  for (const { id } of graph.order) {
    const incoming = graph.incoming.get(id) ?? [];
    origins.set(id, incoming.length === 1 ? originOf(graph, incoming[0]!, origins) : undefined);
  }
  return origins;
}

function originOf(graph: HomeGraph, link: Link, origins: Map<string, Origin>): Origin {
  const source = graph.steps.get(link.from)!;
  // The port `each` of a repeated task is none that it ends by: it excludes no other.
  const ports = link.ports.includes('each')
    ? portsOf(source).map(({ id }) => id)
    : portsOfLink(link, source);
  if (ports.length < portsOf(source).length) return { step: source.id, ports: new Set(ports) };
  return origins.get(source.id);
}

/** How many links can be live at once: of those that hang on one step, only those of one of its ports. */
function mostLive(graph: HomeGraph, incoming: Link[], origins: Map<string, Origin>): number {
  let free = 0;
  const byPort = new Map<string, Map<string, number>>();
  for (const link of incoming) {
    const origin = originOf(graph, link, origins);
    if (!origin) free += 1;
    else {
      const counts = byPort.get(origin.step) ?? new Map<string, number>();
      for (const port of origin.ports) counts.set(port, (counts.get(port) ?? 0) + 1);
      byPort.set(origin.step, counts);
    }
  }
  return [...byPort.values()].reduce((sum, counts) => sum + Math.max(0, ...counts.values()), free);
}

/**
 * The label of an outcome by which the source of a link into a mandatory join fails it, when nothing is
 * linked to that outcome; undefined when there is none, or when enough other links are live for sure.
 */
export function shortcomingOf(graph: HomeGraph, link: Link): string | undefined {
  const join = graph.steps.get(link.to)!;
  if (!join.join || join.join.mode === 'all' || join.mandatory !== true) return undefined;
  const others = alwaysLive(graph).get(join.id)! - (isAlwaysLive(graph, link) ? 1 : 0);
  const source = graph.steps.get(link.from)!;
  if (others >= linksNeeded(join.join) || source.kind === 'branch') return undefined;
  return portsOf(source).find(({ id, passes }) => !passes && isUnlinked(graph, source.id, id))
    ?.label;
}

const counted = new WeakMap<HomeGraph, Map<string, number>>();

/** How many of the links to each step are live for sure; counted once for each graph. */
function alwaysLive(graph: HomeGraph): Map<string, number> {
  let counts = counted.get(graph);
  if (counts) return counts;
  const live = (links: Link[]) => links.filter((link) => isAlwaysLive(graph, link)).length;
  counts = new Map([...graph.incoming].map(([id, links]) => [id, live(links)]));
  counted.set(graph, counts);
  return counts;
}

/** It starts with the stage, at every port of a step that nothing precedes. */
function isAlwaysLive(graph: HomeGraph, link: Link): boolean {
  const source = graph.steps.get(link.from)!;
  if (link.when || graph.incoming.has(source.id)) return false;
  return portsOfLink(link, source).length === portsOf(source).length;
}
