import type { Link } from '../../drawing/link.ts';
import type { Step } from '../../drawing/step.ts';
import { aliveSteps } from './alive-steps.ts';
import type { FieldSet } from './field-set.ts';
import { passPortOf, portsOfLink, type StepGraph } from './stage-graph.ts';
import { canBeSteppedOver, isCarried, sureOutputsOf } from './sure-outputs.ts';
import { cancellable } from './upstream.ts';

/** What the steps of a stage or rail add to the fields that are set when it is entered. */
export interface SureFlow {
  /** When the turn of a step comes; steps on or behind a cycle are missing. */
  before: Map<string, FieldSet>;
  /** When a link is read; by the link itself. */
  onLink: Map<Link, FieldSet>;
  /** When no mandatory step is open. */
  complete: FieldSet;
}

/** How fields and conditions become sets. */
export interface FieldSets {
  every: FieldSet;
  of: (fields: Iterable<string>) => FieldSet;
  /** Fields that are set whenever the condition holds. */
  known: (text: string | undefined) => FieldSet;
}

/**
 * Follows the links; `settled` is what steps that surely ran before have set. A join of `any` or `k of n`
 * has its turn before all its sources have ended, so only what they share is sure there (E5).
 */
export function sureFlow(graph: StepGraph, sets: FieldSets): SureFlow {
  const performed = performedSteps(graph);
  const before = new Map<string, FieldSet>();
  const settled = new Map<string, FieldSet>();
  const onLink = new Map<Link, FieldSet>();
  const outputs = new Map(graph.order.map((step) => [step.id, sets.of(sureOutputsOf(step))]));
  let complete = 0n;
  for (const step of graph.order) {
    const incoming = graph.incoming.get(step.id) ?? [];
    const waitsForAll = (step.join?.mode ?? 'all') === 'all';
    let live = incoming.length > 0 ? sets.every : 0n;
    let sure = waitsForAll || incoming.length === 0 ? 0n : sets.every;
    for (const link of incoming) {
      const source = graph.steps.get(link.from)!;
      const own = outputs.get(source.id)!;
      const done = doneOnLink(source, link) ? own : 0n;
      const set = before.get(source.id)! | done | casesOn(source, link, sets);
      onLink.set(link, set);
      live &= set | sets.known(link.when);
      const ran = settled.get(source.id)! | (performed.has(source.id) ? own : 0n);
      sure = waitsForAll ? sure | ran : sure & ran;
    }
    settled.set(step.id, sure);
    before.set(step.id, sure | live);
    if (performed.has(step.id)) complete |= outputs.get(step.id)!;
  }
  return { before, onLink, complete };
}

/** Ids of the steps whose work is surely done when the stage is complete. */
function performedSteps(graph: StepGraph): Set<string> {
  const alive = aliveSteps(graph);
  const cancelled = cancellable(graph);
  const done = graph.order.filter(
    (step) =>
      alive.has(step.id) && !cancelled.has(step.id) && !canBeSteppedOver(step) && !isCarried(step),
  );
  return new Set(done.map(({ id }) => id));
}

/** The step's own work was surely done when this link is live: it did not end by the pass port unless it must be done. */
function doneOnLink(source: Step, link: Link): boolean {
  return !canBeSteppedOver(source) || !portsOfLink(link, source).includes(passPortOf(source));
}

/** What the conditions of the branch's cases tell about a link that starts at them. */
function casesOn(source: Step, link: Link, { known, every }: FieldSets): FieldSet {
  if (source.kind !== 'branch' || link.ports.length === 0) return 0n;
  return link.ports.reduce((set, port) => {
    const found = source.cases.find((one) => one.port === port);
    return set & (found ? known(found.when) : 0n);
  }, every);
}
