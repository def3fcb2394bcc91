import type { Assignee, Recipient } from '../../drawing/people.ts';
import type { DirectoryContext, DirectoryRule } from '../directory-context.ts';
import type { Fix, PatchOperation, Problem } from '../problem.ts';
import { eachStep, quoted } from '../rule-context.ts';
import { inPolicy, inStep, problem, type Place } from '../report.ts';

/** Whoever gets a task or a notice exists, is active, and a department has somebody in it. */
export const people: DirectoryRule = function* people(context) {
  for (const { stage, step, path } of eachStep(context)) {
    const name = quoted(step.name);
    if (step.kind === 'task') {
      const place = inStep(stage, step, 'assign');
      yield* assignee(context, step.assign, place, name, [...path, 'assign']);
    } else if (step.kind === 'assign') {
      yield* assignee(context, step.to, inStep(stage, step, 'to'), name, [...path, 'to']);
    } else if (step.kind === 'notify') {
      yield* recipients(context, step.to, (i) => inStep(stage, step, `to.${i}`), name);
    }
  }
  for (const policy of context.drawing.policies) {
    for (const [l, level] of policy.levels.entries()) {
      const place = (i: number) => inPolicy(policy, `levels.${l}.to.${i}`);
      yield* recipients(context, level.to, place, `Policy ${quoted(policy.name)}`);
    }
  }
  yield* leads(context);
};

function* assignee(
  context: DirectoryContext,
  to: Assignee,
  place: Place,
  name: string,
  path: PatchOperation['path'],
): Iterable<Problem> {
  const fix: Fix = {
    label: 'Give it to the owner',
    patch: [{ op: 'replace', path, value: { kind: 'owner' } }],
  };
  if (to.kind === 'person') yield* person(context, to.person, place, name, fix);
  if (to.kind !== 'department') return;
  const at = { ...place, fieldPath: `${place.fieldPath}.department` };
  const department = context.departments.get(to.department);
  if (!department) {
    const message = `${name} goes to the department ${quoted(to.department)}, which does not exist. Choose another.`;
    yield problem('unknown-department', at, message, fix);
  } else if (department.members === 0) {
    const message = `${name} goes to ${quoted(department.name)}, which has nobody in it. Add members, or choose another assignee.`;
    yield problem('pool-empty', at, message, fix);
  }
}

function* recipients(
  context: DirectoryContext,
  to: Recipient[],
  place: (index: number) => Place,
  name: string,
): Iterable<Problem> {
  for (const [i, recipient] of to.entries()) {
    if (recipient.kind === 'person') yield* person(context, recipient.person, place(i), name);
  }
}

function* person(
  context: DirectoryContext,
  id: string,
  place: Place,
  name: string,
  fix?: Fix,
): Iterable<Problem> {
  const at = { ...place, fieldPath: `${place.fieldPath}.person` };
  const found = context.people.get(id);
  if (!found) {
    const message = `${name} names a person who does not exist. Choose another.`;
    yield problem('unknown-person', at, message, fix);
  } else if (!found.active) {
    const message = `${name} names ${quoted(found.name)}, who is no longer active. Choose another.`;
    yield problem('person-inactive', at, message, fix);
  }
}

/** An escalation to the lead of a department needs one; told once for each department. */
function* leads(context: DirectoryContext): Iterable<Problem> {
  const toLead = new Set(
    context.drawing.policies
      .filter(({ levels }) => levels.some(({ to }) => to.some((r) => r.kind === 'departmentLead')))
      .map(({ id }) => id),
  );
  const told = new Set<string>();
  for (const { stage, step } of eachStep(context)) {
    if (step.kind !== 'task' || step.assign.kind !== 'department') continue;
    if (!step.due || !toLead.has(step.policy ?? '')) continue;
    const department = context.departments.get(step.assign.department);
    if (!department || department.lead !== null || told.has(department.key)) continue;
    told.add(department.key);
    const message = `${quoted(department.name)} has no lead, but escalations go there. Name one.`;
    yield problem('department-without-lead', inStep(stage, step, 'assign.department'), message);
  }
}
