import type { StepGraph } from './stage-graph.ts';

/** Ids of the steps before these, through any number of links; of themselves only if one is before another. */
function upstream(graph: StepGraph, ids: readonly string[]): Set<string> {
  return reached(ids, (id) => (graph.incoming.get(id) ?? []).map(({ from }) => from));
}

/** Ids of the steps behind these. */
export function downstream(graph: StepGraph, ids: readonly string[]): Set<string> {
  return reached(ids, (id) => (graph.outgoing.get(id) ?? []).map(({ to }) => to));
}

/** Ids of the steps that a join which cancels late arrivals may stop (E5). */
export function cancellable(graph: StepGraph): Set<string> {
  const cancelling = graph.order.filter(({ join }) => join?.late === 'cancel');
  return upstream(
    graph,
    cancelling.map(({ id }) => id),
  );
}

/** Each step's links are looked at once. */
function reached(ids: readonly string[], next: (id: string) => string[]): Set<string> {
  const found = new Set(ids.flatMap(next));
  for (const id of found) for (const one of next(id)) found.add(one);
  return found;
}
