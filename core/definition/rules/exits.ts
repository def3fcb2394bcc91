import { isEndTarget } from '../../drawing/drawing.ts';
import type { Exit } from '../../drawing/stage.ts';
import type { Problem } from '../problem.ts';
import { eachStep, exitName, quoted, type RuleContext } from '../rule-context.ts';
import { inExit, inStep, problem, type Place } from '../report.ts';
import type { StageGraph } from '../stage-graph.ts';

/** Exits and `leave` steps lead forward, to won or to lost; exits by event name their event. */
export function* exits(context: RuleContext): Iterable<Problem> {
  for (const graph of context.graphs) {
    for (const exit of graph.stage.exits) {
      const name = exitName(context, exit);
      yield* target(context, graph, exit.to, inExit(graph.stage, exit, 'to'), name);
      yield* event(context, graph, exit);
    }
    yield* neverTried(context, graph);
  }
  for (const { graph, stage, step } of eachStep(context)) {
    if (step.kind !== 'leave') continue;
    yield* target(context, graph, step.to, inStep(stage, step, 'to'), quoted(step.name));
  }
}

function* target(
  { stageAt }: RuleContext,
  graph: StageGraph,
  to: string,
  place: Place,
  name: string,
): Iterable<Problem> {
  if (isEndTarget(to)) return;
  const at = stageAt.get(to);
  if (at === undefined) {
    const message = `${name} leads to a stage that does not exist. Choose another target.`;
    yield problem('unknown-target', place, message);
  } else if (at <= graph.index) {
    const where = at === graph.index ? 'its own stage' : 'an earlier stage';
    const message = `${name} leads to ${where}. Choose a later stage, Won or Lost.`;
    yield problem('exit-not-forward', place, message);
  }
}

function* event(context: RuleContext, { stage }: StageGraph, exit: Exit): Iterable<Problem> {
  if (exit.mode !== 'event') return;
  const name = exitName(context, exit);
  const place = inExit(stage, exit, 'event');
  if (!exit.event) {
    yield problem('exit-without-event', place, `${name} waits for no event. Name the event.`);
  } else if (exit.event === 'deadline' && !stage.deadline) {
    const message = `${name} waits for the deadline, but ${quoted(stage.name)} has none. Set a deadline, or choose another event.`;
    yield problem('exit-without-deadline', place, message);
  }
}

function* neverTried(context: RuleContext, { stage }: StageGraph): Iterable<Problem> {
  const automatic = stage.exits.filter((exit) => exit.mode === 'auto');
  const open = automatic.findIndex((exit) => !exit.when && !exit.ungated);
  if (open < 0) return;
  for (const exit of automatic.slice(open + 1).filter((later) => !later.ungated)) {
    const message = `${exitName(context, exit)} is never tried: an automatic exit before it has no condition. Move it up.`;
    yield problem('exit-never-tried', inExit(stage, exit, 'when'), message);
  }
}
