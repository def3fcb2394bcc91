import type { EscalationPolicy } from '../../drawing/escalation-policy.ts';
import type { Step } from '../../drawing/step.ts';
import type { DirectoryContext, DirectoryRule } from '../directory/directory-context.ts';
import { assigneesOf, departmentsOf } from '../naming/named-people.ts';
import type { Problem } from '../problems/problem.ts';
import { eachStep, quoted } from './rule-context.ts';
import { inClock, inStage, inStep, problem, type Place } from '../problems/report.ts';

/** Where an escalation goes to a lead, and to the lead of which department. */
interface ToLead {
  place: Place;
  /** Key of the department; absent for that of the deal's owner. */
  department?: string;
}

/** An escalation to the lead of a department reaches somebody who is here; told once for each department. */
export const leads: DirectoryRule = function* leads(context) {
  const told = new Set<string>();
  for (const { place, department } of escalationsToLeads(context)) {
    const keys = department === undefined ? ofOwners(context) : [department];
    for (const key of keys.filter((each) => !told.has(each))) {
      told.add(key);
      yield* lacking(context, key, place);
    }
    if (keys.length > 0 || told.has('') || !isKnown(context)) continue;
    told.add('');
    const message =
      'Escalations go to the lead of the owner’s department, but nobody who may own a deal is in a department. Put them in one, or tell the owner or the managers.';
    yield problem('owner-without-department', place, message);
  }
};

function* lacking(
  { departments, people }: DirectoryContext,
  key: string,
  place: Place,
): Iterable<Problem> {
  const department = departments.get(key);
  if (!department) return;
  const lead = department.lead === null ? undefined : people.get(department.lead);
  if (department.lead !== null && lead?.active !== false) return;
  const name = quoted(department.name);
  const message = lead
    ? `${name} is led by ${quoted(lead.name)}, who is no longer active, but escalations go there. Name another lead.`
    : `${name} has no lead, but escalations go there. Name one.`;
  yield problem('department-without-lead', place, message);
}

function* escalationsToLeads(context: DirectoryContext): Iterable<ToLead> {
  const toLead = new Set(context.drawing.policies.filter(tellsLead).map(({ id }) => id));
  for (const { home, step } of eachStep(context)) {
    if (!('due' in step) || !step.due || !toLead.has(step.policy ?? '')) continue;
    for (const { department, fieldPath } of departmentsOf(step)) {
      yield { place: inStep(home, step, fieldPath), department };
    }
    if (isOwners(step)) yield { place: inStep(home, step, 'policy') };
  }
  for (const stage of context.drawing.stages) {
    if (stage.deadline && toLead.has(stage.policy ?? '')) yield { place: inStage(stage, 'policy') };
  }
  for (const clock of context.drawing.clocks ?? []) {
    if (toLead.has(clock.policy ?? '')) yield { place: inClock(clock, 'policy') };
  }
}

function tellsLead({ levels }: EscalationPolicy): boolean {
  return levels.some(({ to }) => to.some(({ kind }) => kind === 'departmentLead'));
}

function isOwners(step: Step): boolean {
  return [...assigneesOf(step)].some(({ to }) => to.kind === 'owner');
}

/** Keys of the departments that have somebody who may own a deal. */
function ofOwners({ departments }: DirectoryContext): string[] {
  return [...departments.values()].flatMap(({ key, owners = 0 }) => (owners > 0 ? [key] : []));
}

function isKnown({ departments }: DirectoryContext): boolean {
  return [...departments.values()].some(({ owners }) => owners !== undefined);
}
