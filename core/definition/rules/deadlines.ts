import { stepTraits } from '../../step-kinds/step-traits.ts';
import type { Fix, PatchOperation, Problem } from '../problems/problem.ts';
import { eachStep, fieldName, quoted, type RuleContext } from './rule-context.ts';
import { inClock, inStage, inStep, problem, type Place } from '../problems/report.ts';
import type { StageGraph } from '../flow/stage-graph.ts';

/** Each deadline is made of something, and has a policy that somebody hears of. */
export function* deadlines(context: RuleContext): Iterable<Problem> {
  for (const graph of context.graphs) {
    const { stage, index } = graph;
    const place = inStage(stage, 'policy');
    const has = Boolean(stage.deadline);
    yield* policy(context, has, stage, place, ['stages', index, 'policy']);
    yield* stageDeadline(context, graph);
  }
  for (const { home, step, path } of eachStep(context)) {
    if (!stepTraits[step.kind].isWork || !('due' in step)) continue;
    const place = inStep(home, step, 'policy');
    yield* policy(context, Boolean(step.due), step, place, [...path, 'policy']);
  }
  for (const [i, clock] of (context.drawing.clocks ?? []).entries()) {
    yield* policy(context, true, clock, inClock(clock, 'policy'), ['clocks', i, 'policy']);
  }
}

function* policy(
  { policies, drawing }: RuleContext,
  hasDeadline: boolean,
  element: { name: string; policy?: string | undefined },
  place: Place,
  path: PatchOperation['path'],
): Iterable<Problem> {
  const name = quoted(element.name);
  const first = drawing.policies[0];
  const fix: Fix | undefined = first && {
    label: `Use ${quoted(first.name)}`,
    patch: [{ op: 'add', path, value: first.id }],
  };
  if (element.policy && !policies.has(element.policy)) {
    const message = `${name} names an escalation policy that does not exist. Choose another.`;
    yield problem('unknown-policy', place, message, fix);
  } else if (hasDeadline && !element.policy) {
    const message = `${name} has a deadline but no escalation policy, so nobody would hear of it. Choose one.`;
    yield problem('deadline-without-policy', place, message, fix);
  }
}

function* stageDeadline(context: RuleContext, graph: StageGraph): Iterable<Problem> {
  const { stage } = graph;
  const name = quoted(stage.name);
  const { deadline } = stage;
  if (!deadline) {
    // An exit that waits for the missing deadline is told by itself, and worse.
    if (stage.exits.some(({ event }) => event === 'deadline')) return;
    const message = `${name} has no deadline. Set one.`;
    yield problem('stage-without-deadline', inStage(stage, 'deadline'), message);
  } else if (!deadline.after && !deadline.field) {
    const message = `The deadline of ${name} has neither a duration nor a date. Set one of them.`;
    yield problem('deadline-empty', inStage(stage, 'deadline'), message);
  } else if (deadline.field) {
    const field = context.fields.get(deadline.field);
    if (!field) return;
    if (field.type === 'date') return yield* emptyDate(context, graph, field.id);
    const message = `The deadline of ${name} counts to ${fieldName(context, field.id)}, which is not a date. Choose a date.`;
    yield problem('deadline-not-date', inStage(stage, 'deadline.field'), message);
  }
}

/** A date field alone sets no deadline while it is empty. */
function* emptyDate(context: RuleContext, graph: StageGraph, field: string): Iterable<Problem> {
  const { stage } = graph;
  const { entered } = context.sure.within.get(graph)!;
  if (stage.deadline?.after || (entered & context.bits.get(field)!) !== 0n) return;
  const message = `${quoted(stage.name)} has no deadline while ${fieldName(context, field)} is empty. Add a duration, or make the field required before.`;
  yield problem('deadline-may-be-empty', inStage(stage, 'deadline.field'), message);
}
