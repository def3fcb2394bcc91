import { continueTarget, isEndTarget } from '../../drawing/drawing.ts';
import type { Exit } from '../../drawing/stage.ts';
import type { StepOf } from '../../drawing/step.ts';
import type { Problem } from '../problems/problem.ts';
import { eachStep, exitName, quoted, type RuleContext, type StepPlace } from './rule-context.ts';
import { inExit, inStep, problem } from '../problems/report.ts';
import type { StageGraph } from '../flow/stage-graph.ts';

/** Exits lead to another stage, to an end or to another process; those by event name their event. */
export function* exits(context: RuleContext): Iterable<Problem> {
  for (const graph of context.graphs) {
    for (const exit of graph.stage.exits) {
      yield* target(context, graph, exit);
      yield* continuation(context, graph, exit);
      yield* event(context, graph, exit);
    }
    yield* neverTried(context, graph);
  }
  for (const at of eachStep(context)) {
    if (at.step.kind === 'leave') yield* leaving(context, at, at.step);
  }
}

function* target(
  context: RuleContext,
  { stage, index }: StageGraph,
  exit: Exit,
): Iterable<Problem> {
  if (isEndTarget(exit.to) || exit.to === continueTarget) return;
  const at = context.stageAt.get(exit.to);
  const name = exitName(context, exit);
  if (at === undefined) {
    const message = `${name} leads to a stage that does not exist. Choose another target.`;
    yield problem('unknown-target', inExit(stage, exit, 'to'), message);
  } else if (at === index && !exit.max) {
    const message = `${name} leads to its own stage without end. Limit how often, or choose another target.`;
    yield problem('exit-to-own-stage', inExit(stage, exit, 'to'), message);
  }
}

function* continuation(context: RuleContext, { stage }: StageGraph, exit: Exit): Iterable<Problem> {
  const leadsOn = exit.to === continueTarget;
  if (leadsOn === Boolean(exit.continueIn)) return;
  const name = exitName(context, exit);
  const message = leadsOn
    ? `${name} goes on in another process but does not say in which. Choose the process.`
    : `${name} names another process but leads elsewhere. Let it go on in that process, or name none.`;
  yield problem('continue-incomplete', inExit(stage, exit, 'continueIn'), message);
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
  const open = automatic.findIndex((exit) => !exit.when && !exit.ungated && !exit.max);
  if (open < 0) return;
  for (const exit of automatic.slice(open + 1).filter((later) => !later.ungated)) {
    const message = `${exitName(context, exit)} is never tried: an automatic exit before it has no condition. Move it up.`;
    yield problem('exit-never-tried', inExit(stage, exit, 'when'), message);
  }
}

/** A step leads only forward; out of a rail that is beyond its stretch. */
function* leaving(
  { stageAt, drawing }: RuleContext,
  { graph, home, step: { name } }: StepPlace,
  step: StepOf<'leave'>,
): Iterable<Problem> {
  if (isEndTarget(step.to)) return;
  const place = inStep(home, step, 'to');
  const at = stageAt.get(step.to);
  const last = 'to' in home ? (stageAt.get(home.to) ?? -1) : graph.path[1];
  if (at === undefined) {
    const message = `${quoted(name)} leads to a stage that does not exist. Choose another target.`;
    yield problem('unknown-target', place, message);
  } else if (at <= last) {
    const message = `${quoted(name)} does not lead beyond ${quoted(drawing.stages[last]!.name)}. Choose a later stage, Won or Lost; only exits lead back.`;
    yield problem('leave-not-forward', place, message);
  }
}
