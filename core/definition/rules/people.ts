import type { Assignee, Recipient } from '../../drawing/people.ts';
import type { DirectoryContext, DirectoryRule } from '../directory/directory-context.ts';
import { assigneesOf, departmentsOf } from '../naming/named-people.ts';
import { fieldKeys } from '../problems/problem-path.ts';
import type { Fix, PatchOperation, Problem } from '../problems/problem.ts';
import { eachStep, quoted } from './rule-context.ts';
import { inPolicy, inStep, problem, type Place } from '../problems/report.ts';
import { needs } from './needs.ts';

/** Whoever gets a task or a notice exists, is active, and a department or role has somebody in it. */
export const people: DirectoryRule = function* people(context) {
  for (const { home, step, path } of eachStep(context)) {
    const name = quoted(step.name);
    for (const { to, fieldPath } of assigneesOf(step)) {
      const at = [...path, ...fieldKeys(fieldPath)];
      yield* assignee(context, to, inStep(home, step, fieldPath), name, at);
    }
    if (step.kind === 'notify') {
      yield* recipients(context, step.to, (i) => inStep(home, step, `to.${i}`), name);
    } else if (step.kind === 'each' && step.over.kind === 'departments') {
      for (const { department, fieldPath } of departmentsOf(step)) {
        yield* pool(context, department, inStep(home, step, fieldPath), name);
      }
    }
  }
  yield* ofPolicies(context);
};

function* ofPolicies(context: DirectoryContext): Iterable<Problem> {
  for (const [p, policy] of context.drawing.policies.entries()) {
    const name = `Policy ${quoted(policy.name)}`;
    for (const [l, { to, actions = [] }] of policy.levels.entries()) {
      yield* recipients(context, to, (i) => inPolicy(policy, `levels.${l}.to.${i}`), name);
      for (const [a, action] of actions.entries()) {
        if (action.kind !== 'reassign') continue;
        const fieldPath = `levels.${l}.actions.${a}.to`;
        const at = ['policies', p, ...fieldKeys(fieldPath)];
        yield* assignee(context, action.to, inPolicy(policy, fieldPath), name, at);
      }
    }
  }
}

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
  if (to.kind === 'role') yield* role(context, to.role, at(place, 'role'), name, fix);
  if (to.kind !== 'department') return;
  yield* pool(context, to.department, at(place, 'department'), name, fix);
  yield* needs(context, to, place, name);
}

function at(place: Place, key: string): Place {
  return { ...place, fieldPath: `${place.fieldPath}.${key}` };
}

function* pool(
  { departments }: DirectoryContext,
  key: string,
  place: Place,
  name: string,
  fix?: Fix,
): Iterable<Problem> {
  const department = departments.get(key);
  if (!department) {
    const message = `${name} goes to the department ${quoted(key)}, which does not exist. Choose another.`;
    yield problem('unknown-department', place, message, fix);
  } else if (department.members === 0) {
    const message = `${name} goes to ${quoted(department.name)}, which has nobody in it. Add members, or choose another assignee.`;
    yield problem('pool-empty', place, message, fix);
  }
}

function* role(
  { roles }: DirectoryContext,
  wanted: string,
  place: Place,
  name: string,
  fix?: Fix,
): Iterable<Problem> {
  if (!roles || roles.has(wanted)) return;
  const message = `${name} goes to the role ${quoted(wanted)}, which nobody has. Give it to somebody, or choose another.`;
  yield problem('pool-empty', place, message, fix);
}

function* recipients(
  context: DirectoryContext,
  to: Recipient[],
  place: (index: number) => Place,
  name: string,
): Iterable<Problem> {
  for (const [i, recipient] of to.entries()) {
    if (recipient.kind === 'person') yield* person(context, recipient.person, place(i), name);
    if (recipient.kind === 'managers') yield* role(context, 'manager', place(i), name);
  }
}

function* person(
  context: DirectoryContext,
  id: string,
  place: Place,
  name: string,
  fix?: Fix,
): Iterable<Problem> {
  const found = context.people.get(id);
  if (!found) {
    const message = `${name} names a person who does not exist. Choose another.`;
    yield problem('unknown-person', at(place, 'person'), message, fix);
  } else if (!found.active) {
    const message = `${name} names ${quoted(found.name)}, who is no longer active. Choose another.`;
    yield problem('person-inactive', at(place, 'person'), message, fix);
  }
}
