import { drawnKindOf } from '../../step-kinds/drawn-kinds.ts';
import { isBusinessUnit, type DurationUnit } from '../../time/duration.ts';
import type { Link } from '../../drawing/link.ts';
import type { Step } from '../../drawing/step.ts';
import type { Timing } from '../../drawing/timing.ts';
import { linksNeeded, type StepGraph } from './stage-graph.ts';
import { cancellable } from './upstream.ts';

/** Minutes of each unit of one kind: business units and calendar units do not add up. */
export type Scale = Partial<Record<DurationUnit, number>>;

const business: Scale = { bh: 60, bd: 480 };
const calendar: Scale = { s: 1 / 60, min: 1, h: 60, d: 1440 };

/** The kind of units that this one is of; a business day counts as 8 hours. */
export function scaleOf(unit: DurationUnit): Scale {
  return isBusinessUnit(unit) ? business : calendar;
}

/**
 * How long the mandatory work of a stage may take when each step uses up its time, in minutes. Always a lower
 * bound: what counts in the other kind of units, or from a date, adds nothing, and no round is done twice.
 * - A task, an approval, an `each` (its items run at once): its due time; of cases the longest.
 * - A repeated task: every attempt and the pause after it, at most `max` times; what hangs on its port `each`
 *   begins after the first.
 * - A wait: its time or its time-out. A process that is waited for: its time-out.
 * - A time from the entry of the stage is no longer because the step's turn comes late.
 * - A join: the latest of its links; of `any` or `k of n` the k-th. What it cancels need not end.
 */
export function longestPath(graph: StepGraph, scale: Scale): number {
  const ends = new Map<string, { first: number; last: number }>();
  const cancelled = cancellable(graph);
  let longest = 0;
  for (const step of graph.order) {
    const arrivals = (graph.incoming.get(step.id) ?? []).map((link) => endOn(link, ends));
    const end = endOf(step, startOf(step, arrivals), scale);
    ends.set(step.id, end);
    if (!cancelled.has(step.id)) longest = Math.max(longest, end.last);
  }
  return longest;
}

function endOn({ from, ports }: Link, ends: Map<string, { first: number; last: number }>): number {
  const end = ends.get(from)!;
  return ports.includes('each') ? end.first : end.last;
}

function startOf({ join }: Step, arrivals: number[]): number {
  if (arrivals.length === 0) return 0;
  const sorted = arrivals.sort((a, b) => a - b);
  if (!join || join.mode === 'all') return sorted.at(-1)!;
  return sorted[Math.min(linksNeeded(join), sorted.length) - 1]!;
}

function endOf(step: Step, start: number, scale: Scale): { first: number; last: number } {
  if (step.mandatory === false) return { first: start, last: start };
  const timing = timingOf(step);
  const own = timing ? longestOf(timing, scale) : 0;
  const first =
    timing && 'from' in timing && timing.from === 'stageEntry' ? Math.max(start, own) : start + own;
  if (step.kind !== 'task' || !step.repeat) return { first, last: first };
  const { max, every } = step.repeat;
  return { first, last: start + max * (own + every.n * (scale[every.unit] ?? 0)) };
}

function timingOf(step: Step): Timing | undefined {
  return [...drawnKindOf(step).times(step)].find(({ as }) => as !== 'pause')?.timing;
}

function longestOf(timing: Timing, scale: Scale): number {
  if (timing.from === 'field') return 0;
  const all = [timing, ...(timing.cases ?? [])];
  return Math.max(...all.map(({ n, unit }) => n * (scale[unit] ?? 0)));
}
