import type { Value } from '../../condition/condition.ts';
import type { Assignee } from '../../drawing/people.ts';
import type { StepDefinition, WorkDefinition } from '../../definition/compiling/step-definition.ts';
import type { Operands } from '../contract/fact.ts';
import { own } from '../state/own.ts';
import { read } from '../state/reading.ts';
import type { RunState } from '../state/run-state.ts';
import type { StepState } from '../state/step-state.ts';

/** Who gets a task, and what a pool's assignee must have; or why that cannot be said. */
export type AssigneeChoice =
  { ok: true; assign: Assignee; needs: string[] } | { ok: false; code: string; operands: Operands };

/**
 * Who gets the work as it opens: as an `assign` step decided (`given`), else by the first case that
 * holds, else as drawn. A case that errs, an absent field of a need and an owner that the deal does
 * not have (`no-owner`) are incidents.
 */
export function chooseAssignee(
  state: RunState,
  work: Pick<WorkDefinition, 'assign' | 'assignCases'>,
  given?: Assignee,
): AssigneeChoice {
  if (given) return checked(state, given);
  for (const { when, to } of work.assignCases ?? []) {
    const reading = read(state, when);
    if (!reading.ok) return { ok: false, code: reading.code, operands: reading.operands };
    if (reading.value) return checked(state, to);
  }
  return checked(state, work.assign);
}

/** Who has a task or item that is open; undefined for an approval as a whole. */
export function assigneeOfWork(
  { assign, items = {} }: StepState,
  step: StepDefinition,
  item = '',
): Assignee | undefined {
  const drawn = step.kind === 'task' || step.kind === 'each' ? step.assign : undefined;
  return own(items, item)?.to ?? assign ?? drawn;
}

function checked(state: RunState, assign: Assignee): AssigneeChoice {
  if (assign.kind === 'owner' && state.owner === null) {
    return { ok: false, code: 'no-owner', operands: [] };
  }
  const needs = needsOf(state, assign);
  if (needs) return { ok: true, assign, needs };
  return { ok: false, code: 'absent', operands: [] };
}

/** Values of the deal's fields that the assignee must have as tags; undefined when one is absent. */
export function needsOf(state: RunState, assign: Assignee): string[] | undefined {
  if (assign.kind !== 'department') return [];
  const needs: string[] = [];
  for (const need of assign.needs ?? []) {
    if (!('field' in need)) continue;
    const value = own(state.values, need.field);
    if (value === undefined) return undefined;
    needs.push(...tagsOf(value));
  }
  return needs;
}

function tagsOf(value: Value): string[] {
  return Array.isArray(value) ? value : [String(value)];
}

/** As part of an effect: left out when there is nothing to have. */
export function asNeeds(needs: string[] | undefined): { needs?: string[] } {
  return needs === undefined || needs.length === 0 ? {} : { needs };
}
