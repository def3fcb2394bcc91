import { portsOf, type Step } from '../drawing/step.ts';
import { portsOfLink, type StageGraph } from './stage-graph.ts';

/**
 * A reason that suffices for a step to run: another step runs and ends by one of these ports.
 * `always`: it runs whenever the stage does.
 */
type Guard = 'always' | { step: string; ports: Set<string> };

/**
 * Ids of the steps whose turn surely comes (E1): paths that part at a branch and meet again count
 * as one. One pass in topological order; each link is looked at once.
 */
export function aliveSteps(graph: StageGraph): Set<string> {
  const guards = new Map<string, Guard>();
  for (const step of graph.order) guards.set(step.id, guardOf(graph, step, guards));
  return new Set([...guards].filter(([, guard]) => guard === 'always').map(([id]) => id));
}

function guardOf(graph: StageGraph, step: Step, guards: Map<string, Guard>): Guard {
  const incoming = graph.incoming.get(step.id) ?? [];
  if (incoming.length === 0) return 'always';
  const cover = new Map<string, Set<string>>();
  for (const link of incoming) {
    if (link.when) continue;
    const source = graph.steps.get(link.from)!;
    const guard = widened(graph, guards, { step: source.id, ports: new Set(portsOfLink(link, source)) });
    if (guard === 'always' || covers(graph, guards, cover, guard)) return 'always';
  }
  if (cover.size !== 1) return itself(step);
  const [[only, ports]] = [...cover] as [[string, Set<string>]];
  return { step: only, ports };
}

/** Adds a guard to what covers a step; true when the cover has become complete. */
function covers(
  graph: StageGraph,
  guards: Map<string, Guard>,
  cover: Map<string, Set<string>>,
  added: Exclude<Guard, 'always'>,
): boolean {
  let guard: Guard = added;
  for (;;) {
    const ports: Set<string> = new Set([...(cover.get(guard.step) ?? []), ...guard.ports]);
    const wider = widened(graph, guards, { step: guard.step, ports });
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
function widened(
  graph: StageGraph,
  guards: Map<string, Guard>,
  guard: Exclude<Guard, 'always'>,
): Guard {
  if (guard.ports.size < portsOf(graph.steps.get(guard.step)!).length) return guard;
  return guards.get(guard.step) ?? guard;
}

function itself(step: Step): Guard {
  return { step: step.id, ports: new Set(portsOf(step).map((port) => port.id)) };
}
