import type { Link } from '../../drawing/link.ts';
import type { Rail } from '../../drawing/rail.ts';
import type { Stage } from '../../drawing/stage.ts';
import { portsOf } from '../../drawing/ports.ts';
import type { Step } from '../../drawing/step.ts';
import type { Join } from '../../drawing/step-base.ts';

/** Steps and the links that make them wait for each other, indexed. */
export interface StepGraph {
  steps: Map<string, Step>;
  /** Place of each step in the drawn list. */
  place: Map<string, number>;
  incoming: Map<string, Link[]>;
  outgoing: Map<string, Link[]>;
  /** Links that lead back, by the step they start at (E13); they are in none of the other indexes. */
  rework: Map<string, Link[]>;
  /** In topological order, ties as drawn; steps on or behind a cycle are missing. */
  order: Step[];
  /** Ids of steps on or behind a cycle. */
  cyclic: Set<string>;
}

/** What holds steps: a stage or a rail. */
export type Home = Stage | Rail;

/** The steps and links of a stage or a rail, indexed. */
export interface HomeGraph extends StepGraph {
  home: Home;
  kind: 'stage' | 'rail';
  /** From the drawing's root. */
  path: ['stages' | 'rails', number];
}

/** A stage's steps and links, indexed. */
export interface StageGraph extends HomeGraph {
  kind: 'stage';
  stage: Stage;
  /** Place among the stages, from 0. */
  index: number;
}

export interface RailGraph extends HomeGraph {
  kind: 'rail';
  rail: Rail;
}

export function stageGraph(stage: Stage, index: number): StageGraph {
  return { home: stage, kind: 'stage', path: ['stages', index], stage, index, ...stepGraph(stage) };
}

export function railGraph(rail: Rail, index: number): RailGraph {
  return { home: rail, kind: 'rail', path: ['rails', index], rail, ...stepGraph(rail) };
}

/**
 * Indexes steps and links in linear time. Links that name an unknown step are left out; of steps
 * with the same id the first counts.
 */
export function stepGraph(drawn: { steps: Step[]; links: Link[] }): StepGraph {
  const steps = new Map<string, Step>();
  const place = new Map<string, number>();
  drawn.steps.forEach((step, at) => {
    if (steps.has(step.id)) return;
    steps.set(step.id, step);
    place.set(step.id, at);
  });
  const known = drawn.links.filter(({ from, to }) => steps.has(from) && steps.has(to));
  const links = known.filter(({ rework }) => !rework);
  const back = known.filter(({ rework }) => rework);
  const incoming = groupBy(links, (link) => link.to);
  const outgoing = groupBy(links, (link) => link.from);
  const level = levels([...steps.keys()], incoming, outgoing);
  const order = [...steps.values()]
    .filter((step) => level.has(step.id))
    .sort((a, b) => level.get(a.id)! - level.get(b.id)! || place.get(a.id)! - place.get(b.id)!);
  const cyclic = new Set([...steps.keys()].filter((id) => !level.has(id)));
  const rework = groupBy(back, (link) => link.from);
  return { steps, place, incoming, outgoing, rework, order, cyclic };
}

/** Length of the longest way to each step (Kahn); steps on or behind a cycle get none. */
function levels(
  ids: string[],
  incoming: Map<string, Link[]>,
  outgoing: Map<string, Link[]>,
): Map<string, number> {
  const waiting = new Map(ids.map((id) => [id, incoming.get(id)?.length ?? 0]));
  const level = new Map<string, number>();
  const reached = new Map<string, number>();
  const ready = ids.filter((id) => waiting.get(id) === 0);
  for (const id of ready) {
    const own = reached.get(id) ?? 0;
    level.set(id, own);
    for (const link of outgoing.get(id) ?? []) {
      reached.set(link.to, Math.max(reached.get(link.to) ?? 0, own + 1));
      const left = waiting.get(link.to)! - 1;
      waiting.set(link.to, left);
      if (left === 0) ready.push(link.to);
    }
  }
  return level;
}

function groupBy(links: Link[], key: (link: Link) => string): Map<string, Link[]> {
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const group = groups.get(key(link));
    if (group) group.push(link);
    else groups.set(key(link), [link]);
  }
  return groups;
}

/**
 * Ids of the ports that a link listens to: those it names, or all of its source. The port `each` of a
 * repeated task is not among them, because the task does not end by it.
 */
export function portsOfLink(link: Link, source: Step): string[] {
  const ports = portsOf(source).map((port) => port.id);
  return link.ports.length === 0 ? ports : ports.filter((id) => link.ports.includes(id));
}

/** Where the steps of a stage or rail that leave lead, each place once. */
export function leaveTargets({ steps }: Home): string[] {
  return [...new Set(steps.flatMap((step) => (step.kind === 'leave' ? [step.to] : [])))];
}

/** How many live links a join of `any` or `k of n` waits for (E5). */
export function linksNeeded({ mode, count }: Join): number {
  return mode === 'any' ? 1 : (count ?? 1);
}

/** The port by which a step ends when it is stepped over (E1); '' for `leave`. */
export function passPortOf(step: Step): string {
  const ports = portsOf(step);
  return (ports.find((port) => port.passes) ?? ports[0])?.id ?? '';
}
