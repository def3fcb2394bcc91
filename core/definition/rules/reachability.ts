import { continueTarget, isEndTarget } from '../../drawing/drawing.ts';
import type { Exit } from '../../drawing/stage.ts';
import type { Problem } from '../problems/problem.ts';
import { quoted, type RuleContext } from './rule-context.ts';
import { inStage, problem } from '../problems/report.ts';
import { leaveTargets } from '../flow/stage-graph.ts';

/** Every stage can be reached, an outcome can be reached from it, and losing is never the only way on (E10). */
export function* reachability(context: RuleContext): Iterable<Problem> {
  const targets = targetsOf(context);
  const reached = reachedStages(context, targets);
  const finishing = finishingStages(context, targets);
  for (const { stage, index } of context.graphs) {
    const name = quoted(stage.name);
    if (!reached.has(index)) {
      const message = `No exit leads to ${name}. Draw one to it, or remove it.`;
      yield problem('stage-unreachable', inStage(stage, 'name'), message);
    }
    if (!finishing.has(index)) {
      const message = `From ${name} neither Won nor Lost can be reached. Draw an exit to a later stage or to an end.`;
      yield problem('no-outcome-reachable', inStage(stage, 'exits'), message);
    } else if (!stage.exits.some((exit) => leadsOn(context, index, exit))) {
      const message = `${name} has no exit without a condition that goes on. Add an automatic or a manual one to a later stage or to Won.`;
      yield problem('no-way-forward', inStage(stage, 'exits'), message);
    }
  }
}

/** Where the exits and the steps that leave lead, from each stage; those of a rail from its whole stretch. */
function targetsOf({ graphs, rails, stageAt }: RuleContext): string[][] {
  const targets = graphs.map(({ stage }) => [
    ...stage.exits.map(({ to }) => to),
    ...leaveTargets(stage),
  ]);
  for (const { rail } of rails) {
    const [first, last] = [stageAt.get(rail.from) ?? 0, stageAt.get(rail.to) ?? -1];
    for (let at = first; at <= last; at++) targets[at]!.push(...leaveTargets(rail));
  }
  return targets;
}

/** Open to every deal, and not to lose it or to take it back. */
function leadsOn({ stageAt }: RuleContext, index: number, exit: Exit): boolean {
  if (exit.mode === 'event' || exit.when || exit.max || exit.to === 'lost') return false;
  return (stageAt.get(exit.to) ?? Infinity) > index;
}

function reachedStages({ stageAt }: RuleContext, targets: string[][]): Set<number> {
  const reached = new Set(targets.length > 0 ? [0] : []);
  for (const index of reached) {
    for (const to of targets[index]!) {
      const at = stageAt.get(to);
      if (at !== undefined) reached.add(at);
    }
  }
  return reached;
}

/** Stages from which an end can be reached: backwards from the ends, each exit seen once. */
function finishingStages({ stageAt }: RuleContext, targets: string[][]): Set<number> {
  const sources = new Map<number, number[]>();
  const finishing = new Set<number>();
  targets.forEach((list, index) => {
    for (const to of list) {
      const at = stageAt.get(to);
      if (isEndTarget(to) || to === continueTarget) finishing.add(index);
      else if (at !== undefined) sources.set(at, [...(sources.get(at) ?? []), index]);
    }
  });
  for (const index of finishing)
    for (const source of sources.get(index) ?? []) finishing.add(source);
  return finishing;
}
