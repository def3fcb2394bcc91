import { endTargets, type Drawing } from '#core/drawing/drawing.ts';
import type { Assignee } from '#core/drawing/people.ts';
import type { Step, StepOf } from '#core/drawing/step.ts';
import { holdersOf } from '../../state/selection.ts';
import { isWork } from '../steps/new-step.ts';
import { timingsOf } from '../clocks/timings-of.ts';

/** Without one entry, in place; a list that is not there stays so. */
function drop<T>(list: T[] | undefined, isGone: (one: T) => boolean): void {
  if (!list) return;
  for (let index = list.length - 1; index >= 0; index -= 1) {
    const one = list[index];
    if (one !== undefined && isGone(one)) list.splice(index, 1);
  }
}

function forgetNeed(assignee: Assignee, field: string): void {
  if (assignee.kind === 'department') {
    drop(assignee.needs, (need) => 'field' in need && need.field === field);
  }
}

function assigneesOf(step: Step): Assignee[] {
  if (step.kind === 'assign') return [step.to];
  if (step.kind === 'approval') return step.approvers.map((approver) => approver.to);
  if (step.kind !== 'task' && step.kind !== 'each') return [];
  return [step.assign, ...(step.assignCases ?? []).map((one) => one.to)];
}

function forgetInApproval(step: StepOf<'approval'>, field: string): void {
  drop(step.voidOn, (one) => one === field);
  for (const approver of step.approvers) {
    if (approver.upTo?.field === field) delete approver.upTo;
  }
}

function forgetInAutomatic(step: Step, field: string): void {
  if (step.kind === 'update') {
    drop(step.set, (one) => one.field === field);
    drop(step.dates, (one) => one.field === field);
  }
  if (step.kind === 'webhook') drop(step.sends, (one) => one === field);
  if (step.kind === 'score' && step.tiers?.field === field) delete step.tiers;
  if (step.kind === 'process') {
    drop(step.fields, (one) => one.from === field);
    drop(step.wait?.results, (one) => one.to === field);
  }
}

function forgetInStep(step: Step, field: string): void {
  drop(step.inputs, (one) => one === field);
  for (const assignee of assigneesOf(step)) forgetNeed(assignee, field);
  if (isWork(step)) {
    drop(step.shows, (one) => one === field);
    if (step.kind === 'approval') forgetInApproval(step, field);
    else drop(step.form, (item) => item.field === field);
  }
  forgetInAutomatic(step, field);
}

/**
 * Takes a field out of everything that can do without it; what needs one (the list of a For each, the
 * field of a score, a condition) keeps the name and becomes a problem.
 */
export function forgetField(draft: Drawing, field: string): void {
  for (const step of holdersOf(draft).flatMap(({ steps }) => steps)) forgetInStep(step, field);
  for (const { deadline } of draft.stages) if (deadline?.field === field) delete deadline.field;
  for (const timing of timingsOf(draft)) {
    if (timing.field !== field) continue;
    delete timing.field;
    delete timing.from;
    timing.n = Math.abs(timing.n);
  }
  for (const end of endTargets) {
    for (const one of draft.outcomes[end].then ?? []) drop(one.fields, (map) => map.from === field);
  }
}
