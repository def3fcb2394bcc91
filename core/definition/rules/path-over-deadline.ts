import { formatDuration } from '../../time/duration.ts';
import type { Problem } from '../problems/problem.ts';
import { quoted, type RuleContext } from './rule-context.ts';
import { inStage, problem } from '../problems/report.ts';
import { longestPath, scaleOf } from '../flow/path-time.ts';

/** SLA arithmetic: the longest path of due times fits into the deadline of the stage. */
export function* pathOverDeadline({ graphs }: RuleContext): Iterable<Problem> {
  for (const graph of graphs) {
    const { stage, path } = graph;
    const deadline = stage.deadline?.after;
    if (!deadline || deadline.from === 'field') continue;
    const scale = scaleOf(deadline.unit);
    const unit = scale[deadline.unit]!;
    const longest = longestPath(graph, scale);
    const lengths = [deadline, ...(deadline.cases ?? [])].map(
      (one) => one.n * (scale[one.unit] ?? 0),
    );
    if (longest <= Math.max(...lengths)) continue;
    const needed = { n: Math.ceil(longest / unit), unit: deadline.unit };
    const takes = formatDuration(needed);
    const message = `The longest path of ${quoted(stage.name)} takes ${takes}, the stage has ${formatDuration(deadline)}. Lengthen the deadline, or shorten a task.`;
    yield problem('path-over-deadline', inStage(stage, 'deadline.after'), message, {
      label: `Set deadline to ${takes}`,
      patch: [
        { op: 'replace', path: [...path, 'deadline', 'after'], value: { ...deadline, ...needed } },
      ],
    });
  }
}
