import type { StepOf } from '../../drawing/step.ts';
import { isUnlinked } from '../flow/linked-ports.ts';
import { precedes, type Precedes } from '../flow/precedes.ts';
import type { Problem } from '../problems/problem.ts';
import { inStep, problem } from '../problems/report.ts';
import { quoted, stepName, type RuleContext } from './rule-context.ts';
import type { HomeGraph } from '../flow/stage-graph.ts';

type Approval = StepOf<'approval'>;

/** Enough people can approve, and a rejection leads somewhere (E3). */
export function* approvals({ homes }: RuleContext): Iterable<Problem> {
  for (const graph of homes) {
    const all = graph.home.steps.filter((step) => step.kind === 'approval');
    if (all.length === 0) continue;
    const isBefore = precedes(
      graph,
      all.flatMap(({ notBy = [] }) => notBy),
    );
    for (const step of all) {
      yield* rejection(graph, step);
      yield* enough(graph, step);
      yield* notBy(graph, step, isBefore);
    }
  }
}

function* rejection(graph: HomeGraph, step: Approval): Iterable<Problem> {
  if (!isUnlinked(graph, step.id, 'rejected')) return;
  const message = `A rejection of ${quoted(step.name)} leads nowhere, so the stage could never be left by its gate. Link “Rejected” to a step, or back to an earlier one.`;
  yield problem('rejection-unlinked', inStep(graph.home, step, 'links'), message);
}

function* enough({ home }: HomeGraph, step: Approval): Iterable<Problem> {
  const name = quoted(step.name);
  const people = step.approvers.reduce((sum, { count = 1 }) => sum + count, 0);
  if (typeof step.need === 'number' && step.need > people) {
    const message = `${name} needs ${step.need} approvals, but only ${people} are asked for. Lower the number, or add approvers.`;
    yield problem('approval-need-too-large', inStep(home, step, 'need'), message);
  }
  if (step.approvers.every(({ upTo }) => upTo)) {
    const message = `Every approver of ${name} has a limit, so nobody may approve a value above all of them. Add an approver without a limit.`;
    yield problem('approval-limit-gap', inStep(home, step, 'approvers'), message);
  }
}

function* notBy(graph: HomeGraph, step: Approval, isBefore: Precedes): Iterable<Problem> {
  for (const [i, id] of (step.notBy ?? []).entries()) {
    const place = inStep(graph.home, step, `notBy.${i}`);
    const name = quoted(step.name);
    if (!graph.steps.has(id)) {
      const message = `${name} leaves out whoever did the step ${quoted(id)}, which is not in ${quoted(graph.home.name)}. Choose another step.`;
      yield problem('unknown-step', place, message);
    } else if (!isBefore(id, step.id)) {
      const message = `${name} leaves out whoever did ${stepName(graph, id)}, which does not come before it. Choose a step before it, or link them.`;
      yield problem('step-not-before', place, message);
    }
  }
}
