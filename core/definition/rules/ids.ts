import { isEndTarget } from '../../drawing/drawing.ts';
import { portsOf } from '../../drawing/ports.ts';
import type { Problem } from '../problem.ts';
import { eachStep, quoted, type RuleContext } from '../rule-context.ts';
import {
  inExit,
  inField,
  inLink,
  inPolicy,
  inProcess,
  inStage,
  inStep,
  problem,
  type Place,
} from '../report.ts';

/** Ids are unique among their kind, within the element that holds them. */
export function* ids(context: RuleContext): Iterable<Problem> {
  const { drawing } = context;
  yield* twice(drawing.stages, 'stages', (stage) => [inStage(stage, 'id'), stage.name]);
  yield* twice(drawing.fields, 'fields', (field) => [inField(field, 'id'), field.label]);
  yield* twice(drawing.policies, 'policies', (policy) => [inPolicy(policy, 'id'), policy.name]);
  for (const policy of drawing.policies) {
    yield* twice(policy.levels, 'levels', ({ id }, i) => [inPolicy(policy, `levels.${i}.id`), id]);
  }
  for (const end of ['won', 'lost'] as const) {
    yield* twice(drawing.outcomes[end].reasons, 'reasons', ({ label }, i) => [
      inProcess(`outcomes.${end}.reasons.${i}.id`),
      label,
    ]);
  }
  yield* insideStages(context);
  for (const stage of drawing.stages.filter(({ id }) => isEndTarget(id))) {
    const message = `Stage ${quoted(stage.name)} has the id of an end column. Change its id.`;
    yield problem('reserved-id', inStage(stage, 'id'), message);
  }
}

function* insideStages(context: RuleContext): Iterable<Problem> {
  for (const { stage } of context.graphs) {
    yield* twice(stage.steps, 'steps', (step) => [inStep(stage, step, 'id'), step.name]);
    yield* twice(stage.links, 'links', (link) => [inLink(stage, link, 'id'), link.id]);
    yield* twice(stage.exits, 'exits', (exit) => [inExit(stage, exit, 'id'), exit.name ?? exit.id]);
    const criteria = [...stage.entry, ...stage.criteria];
    yield* twice(criteria, 'criteria', ({ label }) => [inStage(stage, 'criteria'), label]);
  }
  for (const { stage, step } of eachStep(context)) {
    const fieldPath = step.kind === 'task' ? 'outcomes' : 'cases';
    yield* twice(portsOf(step), 'outcomes', ({ label }) => [inStep(stage, step, fieldPath), label]);
  }
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
