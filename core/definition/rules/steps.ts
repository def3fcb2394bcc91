import type { Duration } from '../../time/duration.ts';
import type { StepOf } from '../../drawing/step.ts';
import type { Problem } from '../problem.ts';
import { eachStep, quoted, stepName, type RuleContext, type StepPlace } from '../rule-context.ts';
import { inStep, problem } from '../report.ts';

const usualTimeout: Duration = { n: 10, unit: 'bd' };

/** What each kind of step needs beyond its shape. */
export function* steps(context: RuleContext): Iterable<Problem> {
  for (const at of eachStep(context)) {
    const { stage, step } = at;
    if (step.kind === 'wait') yield* wait(at, step);
    if (step.kind === 'assign') yield* assign(at, step);
    if (step.kind === 'notify') yield* notify(at, step);
    if (step.kind === 'task' && !step.playbook?.trim()) {
      const message = `${quoted(step.name)} has no playbook. Write how it is done well.`;
      yield problem('task-without-playbook', inStep(stage, step, 'playbook'), message);
    }
  }
}

function* wait({ stage, path }: StepPlace, step: StepOf<'wait'>): Iterable<Problem> {
  if (step.for.kind === 'time' || step.for.timeout) return;
  const message = `${quoted(step.name)} waits for an event without a time-out. Set one.`;
  yield problem('wait-without-timeout', inStep(stage, step, 'for.timeout'), message, {
    label: 'Wait at most 10 business days',
    patch: [{ op: 'add', path: [...path, 'for', 'timeout'], value: usualTimeout }],
  });
}

function* assign({ graph, stage }: StepPlace, step: StepOf<'assign'>): Iterable<Problem> {
  if (step.what === 'deal') {
    if (step.to.kind !== 'department') return;
    const message = `${quoted(step.name)} hands the deal to a queue, but a deal has one owner. Choose a person.`;
    yield problem('deal-needs-person', inStep(stage, step, 'to'), message);
  } else if (graph.steps.get(step.what.step)?.kind !== 'task') {
    const known = graph.steps.has(step.what.step);
    const what = known
      ? `${stepName(graph, step.what.step)}, which is no task`
      : 'a task that is not in the stage';
    const message = `${quoted(step.name)} assigns ${what}. Choose a task of ${quoted(stage.name)}.`;
    yield problem('unknown-step', inStep(stage, step, 'what.step'), message);
  }
}

function* notify({ stage, path }: StepPlace, step: StepOf<'notify'>): Iterable<Problem> {
  for (const [i, to] of step.to.entries()) {
    if (to.kind !== 'assignee' && to.kind !== 'departmentLead') continue;
    const who = to.kind === 'assignee' ? 'the assignee' : 'the department lead';
    const message = `${quoted(step.name)} tells ${who}, but it belongs to no task. Choose the owner, the managers or a person.`;
    yield problem('recipient-without-task', inStep(stage, step, `to.${i}`), message, {
      label: 'Tell the owner',
      patch: [{ op: 'replace', path: [...path, 'to', i], value: { kind: 'owner' } }],
    });
  }
}
