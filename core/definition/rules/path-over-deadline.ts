import type { Duration } from '../../time/duration.ts';
import { formatDuration } from '../../time/duration.ts';
import type { Step } from '../../drawing/step.ts';
import type { Problem } from '../problem.ts';
import { quoted, type RuleContext } from '../rule-context.ts';
import { inStage, problem } from '../report.ts';
import type { StageGraph } from '../stage-graph.ts';

/** Business units and calendar units do not add up; a business day counts as 8 hours. */
const minutes = {
  business: { bh: 60, bd: 480 },
  calendar: { s: 1 / 60, min: 1, h: 60, d: 1440 },
} as const;

/** SLA arithmetic: the longest path of due times fits into the deadline of the stage. */
export function* pathOverDeadline({ graphs }: RuleContext): Iterable<Problem> {
  for (const graph of graphs) {
    const { stage, index } = graph;
    const deadline = stage.deadline?.after;
    if (!deadline) continue;
    const scale: Record<string, number> =
      deadline.unit === 'bh' || deadline.unit === 'bd' ? minutes.business : minutes.calendar;
    const longest = longestPath(graph, scale);
    const unit = scale[deadline.unit]!;
    if (longest <= deadline.n * unit) continue;
    const needed: Duration = { n: Math.ceil(longest / unit), unit: deadline.unit };
    const takes = formatDuration(needed);
    const message = `The longest path of ${quoted(stage.name)} takes ${takes}, the stage has ${formatDuration(deadline)}. Lengthen the deadline, or shorten a task.`;
    yield problem('path-over-deadline', inStage(stage, 'deadline.after'), message, {
      label: `Set deadline to ${takes}`,
      patch: [{ op: 'replace', path: ['stages', index, 'deadline', 'after'], value: needed }],
    });
  }
}

/** In minutes; steps that count in the other kind of units add nothing, so it is a lower bound. */
function longestPath(graph: StageGraph, scale: Record<string, number>): number {
  const ends = new Map<string, number>();
  let longest = 0;
  for (const step of graph.order) {
    const before = (graph.incoming.get(step.id) ?? []).map((link) => ends.get(link.from) ?? 0);
    const duration = durationOf(step);
    const own = duration ? duration.n * (scale[duration.unit] ?? 0) : 0;
    const end = Math.max(0, ...before) + own;
    ends.set(step.id, end);
    longest = Math.max(longest, end);
  }
  return longest;
}

function durationOf(step: Step): Duration | undefined {
  if (step.mandatory === false) return undefined;
  if (step.kind === 'task') return step.due;
  if (step.kind !== 'wait') return undefined;
  return step.for.kind === 'time' ? step.for.duration : step.for.timeout;
}
