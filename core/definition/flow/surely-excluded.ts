import type { Assignee } from '../../drawing/people.ts';
import { portsOf } from '../../drawing/ports.ts';
import type { Link } from '../../drawing/link.ts';
import type { Step, StepOf } from '../../drawing/step.ts';
import { portsOfLink, type HomeGraph } from './stage-graph.ts';
import { canBeSteppedOver } from './sure-outputs.ts';

/** The one whom work surely goes to, as a word to compare; undefined where it may be one of several. */
export type SoleOf = (to: Assignee) => string | undefined;

/** The word for whoever owns the deal. */
export const ownerWord = 'owner';

/** What a drawing alone tells: the owner and named people. */
export const drawnSole: SoleOf = (to) => {
  if (to.kind === 'owner') return ownerWord;
  return to.kind === 'person' ? `person:${to.person}` : undefined;
};

/** What is known of a step: whether its turn surely comes, and who surely did the work that led there. */
interface Known {
  comes: boolean;
  by: ReadonlySet<string>;
}

const nobody: ReadonlySet<string> = new Set();

/**
 * Who surely may not decide an approval of the stage or rail (E3): who did the work that leads to it, directly
 * or by way of automatic steps alone, who did a step it names, and, where it is only offered, the owner, who asks
 * for it. Only work that always has the same assignee counts, and only what cannot be stepped over.
 * Linear in the links; `soleOf` tells who gets what.
 */
export function surelyExcluded(
  graph: HomeGraph,
  soleOf: SoleOf,
  isHandedOn: (step: StepOf<'task'>) => boolean,
): (approval: StepOf<'approval'>) => Set<string> {
  const known = new Map<string, Known>();
  const doneBy = (step: Step | undefined) => surelyDoneBy(step, soleOf, isHandedOn);
  for (const step of graph.order) known.set(step.id, knownOf(graph, step, known, doneBy));
  return (approval) => {
    const named = (approval.notBy ?? []).filter((id) => known.get(id)?.comes);
    return new Set([
      ...(known.get(approval.id)?.by ?? []),
      ...named.flatMap((id) => [...doneBy(graph.steps.get(id))]),
      ...(approval.mandatory === false ? [ownerWord] : []),
    ]);
  };
}

function surelyDoneBy(
  step: Step | undefined,
  soleOf: SoleOf,
  isHandedOn: (step: StepOf<'task'>) => boolean,
): ReadonlySet<string> {
  if (step?.kind !== 'task' || step.assignCases?.length || canBeSteppedOver(step)) return nobody;
  const sole = isHandedOn(step) ? undefined : soleOf(step.assign);
  return sole === undefined ? nobody : new Set([sole]);
}

function knownOf(
  graph: HomeGraph,
  { id, join }: Step,
  known: ReadonlyMap<string, Known>,
  doneBy: (step: Step | undefined) => ReadonlySet<string>,
): Known {
  const links = graph.incoming.get(id) ?? [];
  const live = links.filter((link) => isSurelyLive(graph, link, known));
  const through = ({ from }: Link) => {
    const source = graph.steps.get(from);
    if (source?.kind === 'task') return doneBy(source);
    const isWork = source?.kind === 'each' || source?.kind === 'approval';
    return isWork ? nobody : (known.get(from)?.by ?? nobody);
  };
  const waitsForAll = join === undefined || join.mode === 'all';
  const sure = waitsForAll ? live.flatMap((link) => [...through(link)]) : [];
  const needed = join?.mode === 'count' ? (join.count ?? 1) : 1;
  return {
    comes: links.length === 0 || live.length >= needed,
    by: new Set([...sure, ...common(links.map(through))]),
  };
}

/** What is in all of them: whichever way is live, it is so. */
function common(sets: readonly ReadonlySet<string>[]): string[] {
  const [first = nobody, ...others] = sets;
  return [...first].filter((one) => others.every((other) => other.has(one)));
}

function isSurelyLive(graph: HomeGraph, link: Link, known: ReadonlyMap<string, Known>): boolean {
  const source = graph.steps.get(link.from);
  if (!source || link.when || !known.get(link.from)?.comes) return false;
  return portsOfLink(link, source).length === portsOf(source).length;
}
