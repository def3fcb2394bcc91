import type { Link } from '../../drawing/link.ts';
import { portsOf } from '../../drawing/ports.ts';
import type { Step } from '../../drawing/step.ts';
import { portsOfLink, type StepGraph } from './stage-graph.ts';

/**
 * A reason that suffices for a step to run: another step runs and ends by one of these ports.
 * `always`: it runs whenever the stage does.
 */
type Guard = 'always' | { step: string; ports: Set<string> };

/**
 * Ports of a step behind which the deal is lost for sure, or which start another round of it (E13):
 * whoever is still here took another.
 */
type Doomed = Map<string, Set<string>>;

interface Search {
  graph: StepGraph;
  guards: Map<string, Guard>;
  doomed: Doomed;
}

/**
 * Ids of the steps whose turn surely comes (E1) in a deal that goes on: paths that part at a branch
 * and meet again count as one, and a path to a `leave` for lost counts as none. Two passes in
 * topological order; each looks at each link once.
 */
export function aliveSteps(graph: StepGraph): Set<string> {
  const reworked = reworkedPorts(graph);
  const doomed = doomedPorts(graph, guardsOf(graph, reworked), reworked);
  const guards = guardsOf(graph, doomed);
  return new Set([...guards].filter(([, guard]) => guard === 'always').map(([id]) => id));
}

function guardsOf(graph: StepGraph, doomed: Doomed): Map<string, Guard> {
  const search: Search = { graph, guards: new Map(), doomed };
  for (const step of graph.order) search.guards.set(step.id, guardOf(search, step));
  return search.guards;
}

function reworkedPorts({ rework }: StepGraph): Doomed {
  const reworked: Doomed = new Map();
  for (const [id, links] of rework) {
    reworked.set(id, new Set(links.filter(({ when }) => !when).flatMap(({ ports }) => ports)));
  }
  return reworked;
}

function doomedPorts(graph: StepGraph, guards: Map<string, Guard>, reworked: Doomed): Doomed {
  const doomed: Doomed = new Map(reworked);
  for (const step of graph.order) {
    const guard = guards.get(step.id)!;
    if (step.kind !== 'leave' || step.to !== 'lost' || step.when || guard === 'always') continue;
    doomed.set(guard.step, new Set([...(doomed.get(guard.step) ?? []), ...guard.ports]));
  }
  return doomed;
}

function guardOf(search: Search, step: Step): Guard {
  const { graph } = search;
  const incoming = graph.incoming.get(step.id) ?? [];
  if (incoming.length === 0) return 'always';
  if (step.join?.mode === 'count') return countedGuard(search, step, incoming);
  const cover = new Map<string, Set<string>>();
  for (const link of incoming) {
    if (link.when) continue;
    const guard = guardOfLink(search, link);
    if (guard === 'always' || covers(search, cover, guard)) return 'always';
  }
  if (cover.size !== 1) return itself(step);
  const [[only, ports]] = [...cover] as [[string, Set<string>]];
  return { step: only, ports };
}

/** That k links are live is sure when as many are so by themselves (E5). */
function countedGuard(search: Search, step: Step, incoming: Link[]): Guard {
  const sure = incoming.filter((link) => !link.when && guardOfLink(search, link) === 'always');
  return sure.length >= (step.join?.count ?? 1) ? 'always' : itself(step);
}

function guardOfLink(search: Search, link: Link): Guard {
  const source = search.graph.steps.get(link.from)!;
  return widened(search, { step: source.id, ports: new Set(portsOfLink(link, source)) });
}

/** Adds a guard to what covers a step; true when the cover has become complete. */
function covers(
  search: Search,
  cover: Map<string, Set<string>>,
  added: Exclude<Guard, 'always'>,
): boolean {
  let guard: Guard = added;
  for (;;) {
    const ports: Set<string> = new Set([...(cover.get(guard.step) ?? []), ...guard.ports]);
    const wider = widened(search, { step: guard.step, ports });
    if (wider === 'always') return true;
    if (wider.step === guard.step) {
      cover.set(guard.step, ports);
      return false;
    }
    cover.delete(guard.step);
    guard = wider;
  }
}

/** “s runs and ends by any of its ports” says no more than “s runs”: s's own guard stands for it. */
function widened({ graph, guards, doomed }: Search, guard: Exclude<Guard, 'always'>): Guard {
  const covered = new Set([...guard.ports, ...(doomed.get(guard.step) ?? [])]);
  if (!portsOf(graph.steps.get(guard.step)!).every(({ id }) => covered.has(id))) return guard;
  return guards.get(guard.step) ?? guard;
}

function itself(step: Step): Guard {
  return { step: step.id, ports: new Set(portsOf(step).map((port) => port.id)) };
}
