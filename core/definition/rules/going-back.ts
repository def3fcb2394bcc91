import type { Exit } from '../../drawing/stage.ts';
import type { Problem } from '../problems/problem.ts';
import { inExit, problem } from '../problems/report.ts';
import { exitName, quoted, type RuleContext } from './rule-context.ts';
import type { StageGraph } from '../flow/stage-graph.ts';

/** Exits to an earlier stage: what they list exists (E12), and no machine goes round for ever (E15). */
export function* goingBack(context: RuleContext): Iterable<Problem> {
  for (const graph of context.graphs) {
    for (const exit of graph.stage.exits) {
      const target = context.stageAt.get(exit.to);
      if (target === undefined || target >= graph.index) continue;
      yield* redone(context, graph, exit, target);
      if (exit.mode === 'manual' || exit.max !== undefined) continue;
      const message = `${exitName(context, exit)} leads back by itself, as often as you like. Say how often it may.`;
      yield problem('back-exit-without-max', inExit(graph.stage, exit, 'max'), message, {
        label: 'At most 3 times',
        patch: [{ op: 'add', path: [...graph.path, 'exits', place(graph, exit), 'max'], value: 3 }],
      });
    }
  }
}

function place({ stage }: StageGraph, exit: Exit): number {
  return stage.exits.indexOf(exit);
}

function* redone(
  context: RuleContext,
  { stage, index }: StageGraph,
  exit: Exit,
  target: number,
): Iterable<Problem> {
  const passed = context.graphs.slice(target, index + 1);
  for (const [i, id] of (exit.redo ?? []).entries()) {
    if (passed.some(({ steps }) => steps.has(id))) continue;
    const message = `${exitName(context, exit)} has the step ${quoted(id)} done again, which is in no stage from ${quoted(passed[0]!.stage.name)} on. Choose another step.`;
    yield problem('unknown-step', inExit(stage, exit, `redo.${i}`), message);
  }
}
