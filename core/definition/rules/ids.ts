import { continueTarget, endTargets, isEndTarget } from '../../drawing/drawing.ts';
import { linkPortsOf } from '../../drawing/ports.ts';
import type { Step } from '../../drawing/step.ts';
import type { Problem } from '../problems/problem.ts';
import { eachStep, quoted, type RuleContext } from './rule-context.ts';
import type { Home } from '../flow/stage-graph.ts';
import {
  inClock,
  inExit,
  inField,
  inHome,
  inLink,
  inPolicy,
  inProcess,
  inStage,
  inStep,
  problem,
  type Place,
} from '../problems/report.ts';

/** Ids are unique among their kind, within the element that holds them. */
export function* ids(context: RuleContext): Iterable<Problem> {
  const { drawing } = context;
  const homes = context.homes.map((graph) => ({ id: graph.home.id, graph }));
  yield* twice(homes, 'stages and rails', ({ graph }) => [inHome(graph, 'id'), graph.home.name]);
  yield* twice(drawing.fields, 'fields', (field) => [inField(field, 'id'), field.label]);
  yield* twice(drawing.policies, 'policies', (policy) => [inPolicy(policy, 'id'), policy.name]);
  for (const policy of drawing.policies) {
    yield* twice(policy.levels, 'levels', ({ id }, i) => [inPolicy(policy, `levels.${i}.id`), id]);
  }
  for (const end of endTargets) {
    yield* twice(drawing.outcomes[end].reasons, 'reasons', ({ label }, i) => [
      inProcess(`outcomes.${end}.reasons.${i}.id`),
      label,
    ]);
    yield* twice(drawing.outcomes[end].then ?? [], 'processes that follow', ({ process }, i) => [
      inProcess(`outcomes.${end}.then.${i}.id`),
      process,
    ]);
  }
  yield* twice(drawing.clocks ?? [], 'clocks', (clock) => [inClock(clock, 'id'), clock.name]);
  yield* insideStages(context);
  yield* insideHomes(context);
  for (const graph of context.homes) {
    const { id, name } = graph.home;
    if (!isEndTarget(id) && id !== continueTarget) continue;
    const message = `${quoted(name)} has an id that is kept for where exits lead. Change its id.`;
    yield problem('reserved-id', inHome(graph, 'id'), message);
  }
}

function* insideStages({ graphs }: RuleContext): Iterable<Problem> {
  for (const { stage } of graphs) {
    yield* twice(stage.exits, 'exits', (exit) => [inExit(stage, exit, 'id'), exit.name ?? exit.id]);
    const criteria = [...stage.entry, ...stage.criteria];
    yield* twice(criteria, 'criteria', ({ label }) => [inStage(stage, 'criteria'), label]);
  }
}

function* insideHomes(context: RuleContext): Iterable<Problem> {
  for (const { home } of context.homes) {
    yield* twice(home.steps, 'steps', (step) => [inStep(home, step, 'id'), step.name]);
    yield* twice(home.links, 'links', (link) => [inLink(home, link, 'id'), link.id]);
  }
  for (const { home, step } of eachStep(context)) {
    const fieldPath = step.kind === 'branch' ? 'cases' : 'outcomes';
    yield* twice(linkPortsOf(step), 'outcomes', ({ label }) => [
      inStep(home, step, fieldPath),
      label,
    ]);
    yield* insideStep(home, step);
  }
}

function* insideStep(home: Home, step: Step): Iterable<Problem> {
  const at = (fieldPath: string) => inStep(home, step, fieldPath);
  if (step.kind === 'approval') {
    yield* twice(step.approvers, 'approvers', ({ id }, i) => [at(`approvers.${i}.id`), id]);
  }
  if (step.kind !== 'each') return;
  yield* twice(step.outcomes, 'outcomes', ({ label }) => [at('outcomes'), label]);
  if (step.over.kind !== 'departments') return;
  const items = step.over.departments.map((id) => ({ id }));
  yield* twice(items, 'departments', ({ id }, i) => [at(`over.departments.${i}`), id]);
}

function* twice<T extends { id: string }>(
  elements: readonly T[],
  kind: string,
  describe: (element: T, index: number) => [Place, string],
): Iterable<Problem> {
  const seen = new Set<string>();
  for (const [index, element] of elements.entries()) {
    if (seen.has(element.id)) {
      const [place, name] = describe(element, index);
      const message = `${quoted(name)} has the id of another of the ${kind}. Change one of them.`;
      yield problem('duplicate-id', place, message);
    }
    seen.add(element.id);
  }
}
