import { drawnKindOf, type Step } from '../../step-kinds/drawn-kinds.ts';
import { aliveSteps } from './alive-steps.ts';
import type { HomeGraph, StageGraph } from './stage-graph.ts';
import { linksNeeded } from './stage-graph.ts';
import { canBeSteppedOver, isCarried } from './sure-outputs.ts';

/** It takes a person or time; an `each` may have no item, an e-mail is sent at once. */
export function takesTime(step: Step): boolean {
  return drawnKindOf(step).takesTime(step);
}

/** The mandatory steps of a stage whose turn surely comes, and which take a person or time. */
export function surelyHolding(graph: StageGraph): Step[] {
  const alive = aliveSteps(graph);
  return graph.order.filter(
    (step) => alive.has(step.id) && takesTime(step) && !canBeSteppedOver(step) && !isCarried(step),
  );
}

/** A process that a step waits for, while it does; it may end without a person too. */
export function awaitedBy(step: Step): string[] {
  return step.kind === 'process' && step.wait ? [step.process] : [];
}

/**
 * Steps of a stage or rail whose turn may come without a person and without time passing, each with the
 * keys of the processes that must have ended before. Linear: each link is looked at once.
 */
export function begunByThemselves(graph: HomeGraph): Map<string, ReadonlySet<string>> {
  const begun = new Map<string, ReadonlySet<string>>();
  const alive = aliveSteps(graph);
  for (const step of graph.order) {
    const sources = (graph.incoming.get(step.id) ?? []).map(({ from }) => graph.steps.get(from)!);
    const ended = sources.filter((source) => begun.has(source.id) && endsByItself(source));
    const joins = step.join && step.join.mode !== 'all';
    const comes = joins
      ? ended.length >= Math.min(linksNeeded(step.join!), sources.length)
      : sources.every((source) => ended.includes(source) || !alive.has(source.id));
    if (!comes || (sources.length > 0 && ended.length === 0)) continue;
    const before = ended.flatMap((source) => [...begun.get(source.id)!, ...awaitedBy(source)]);
    begun.set(step.id, new Set(before));
  }
  return begun;
}

/** A process that is waited for is left to whoever knows that process. */
function endsByItself(step: Step): boolean {
  if (step.kind === 'process' || step.when || step.onlyWhile) return true;
  return !takesTime(step);
}
