import { portsOfLink, type StepGraph } from './stage-graph.ts';

const known = new WeakMap<StepGraph, Map<string, Set<string>>>();

/** The ports of each step that something is linked to, on or back; found once for each graph. */
export function linkedPorts(graph: StepGraph): Map<string, Set<string>> {
  const found = known.get(graph);
  if (found) return found;
  const linked = new Map<string, Set<string>>();
  for (const [id, links] of [...graph.outgoing, ...graph.rework]) {
    const ports = linked.get(id) ?? new Set<string>();
    for (const link of links) {
      for (const port of portsOfLink(link, graph.steps.get(id)!)) ports.add(port);
    }
    linked.set(id, ports);
  }
  known.set(graph, linked);
  return linked;
}

/** Nothing is linked to the port, neither on nor back. */
export function isUnlinked(graph: StepGraph, step: string, port: string): boolean {
  return !linkedPorts(graph).get(step)?.has(port);
}
