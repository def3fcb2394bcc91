import type { Duration } from '../../time/duration.ts';
import type { StepOf } from '../../drawing/step.ts';
import type { PatchOperation, Problem } from '../problems/problem.ts';
import { eachStep, quoted, stepName, type RuleContext, type StepPlace } from './rule-context.ts';
import { inStep, problem } from '../problems/report.ts';

const usualTimeout: Duration = { n: 10, unit: 'bd' };

/** What each kind of step needs beyond its shape. */
export function* steps(context: RuleContext): Iterable<Problem> {
  for (const at of eachStep(context)) {
    const { home, step } = at;
    if (step.kind === 'wait' && step.for.kind === 'event' && !step.for.timeout) {
      yield* endless(at, 'an event', ['for', 'timeout']);
    }
    if (step.kind === 'process' && step.wait && !step.wait.timeout) {
      yield* endless(at, 'a process', ['wait', 'timeout']);
    }
    if (step.kind === 'assign') yield* assign(at, step);
    if (step.kind === 'notify') yield* notify(at, step);
    if (step.kind === 'each') yield* items(context, at, step);
    if ((step.kind === 'task' || step.kind === 'each') && !step.playbook?.trim()) {
      const message = `${quoted(step.name)} has no playbook. Write how it is done well.`;
      yield problem('task-without-playbook', inStep(home, step, 'playbook'), message);
    }
  }
}

function* endless(
  { home, step, path }: StepPlace,
  what: string,
  at: PatchOperation['path'],
): Iterable<Problem> {
  const message = `${quoted(step.name)} waits for ${what} without a time-out. Set one.`;
  yield problem('wait-without-timeout', inStep(home, step, at.join('.')), message, {
    label: 'Wait at most 10 business days',
    patch: [{ op: 'add', path: [...path, ...at], value: usualTimeout }],
  });
}

function* assign({ graph, home }: StepPlace, step: StepOf<'assign'>): Iterable<Problem> {
  const { to, what } = step;
  if (what === 'deal') {
    const isQueue = to.kind === 'department' && (to.by ?? 'queue') === 'queue';
    if (!isQueue && to.kind !== 'role') return;
    const message = `${quoted(step.name)} hands the deal to a queue, but a deal has one owner. Choose a person, or how the department chooses one.`;
    yield problem('deal-needs-person', inStep(home, step, 'to'), message);
  } else if (graph.steps.get(what.step)?.kind !== 'task') {
    const known = graph.steps.has(what.step);
    const named = known
      ? `${stepName(graph, what.step)}, which is no task`
      : 'a task that is not in the stage';
    const message = `${quoted(step.name)} assigns ${named}. Choose a task of ${quoted(home.name)}.`;
    yield problem('unknown-step', inStep(home, step, 'what.step'), message);
  }
}

function* notify({ home, path }: StepPlace, step: StepOf<'notify'>): Iterable<Problem> {
  for (const [i, to] of step.to.entries()) {
    if (to.kind !== 'assignee' && to.kind !== 'departmentLead') continue;
    const who = to.kind === 'assignee' ? 'the assignee' : 'the department lead';
    const message = `${quoted(step.name)} tells ${who}, but it belongs to no task. Choose the owner, the managers or a person.`;
    yield problem('recipient-without-task', inStep(home, step, `to.${i}`), message, {
      label: 'Tell the owner',
      patch: [{ op: 'replace', path: [...path, 'to', i], value: { kind: 'owner' } }],
    });
  }
}

/** As many items can pass as must (E8), unless people may add some. */
function* items(
  { fields }: RuleContext,
  { home }: StepPlace,
  step: StepOf<'each'>,
): Iterable<Problem> {
  const { over, need, mayAdd } = step;
  const options = over.kind === 'list' ? fields.get(over.field)?.options : over.departments;
  if (need === undefined || mayAdd || !options || need <= options.length) return;
  const message = `${quoted(step.name)} needs ${need} that pass, but there are at most ${options.length}. Lower the number, or let people add items.`;
  yield problem('each-need-too-large', inStep(home, step, 'need'), message);
}
