import type {
  ApprovalDefinition,
  ApproverDefinition,
} from '../../definition/compiling/step-definition.ts';
import type { Operands } from '../../run/contract/fact.ts';
import { own } from '../../run/state/own.ts';
import type { FrameState, RunState } from '../../run/state/run-state.ts';
import type { StageIndex } from '../../run/state/stage-index.ts';

/** Whose word an approval asks for: each approver's part with who gets it; or why nobody can be asked. */
export type Approvers =
  | { ok: true; parts: Map<string, ApproverDefinition> }
  | { ok: false; code: string; operands: Operands };

/**
 * The parts of an approval by id (`<approver>`, `<approver>:2`, …): of the approvers without a limit,
 * and those whose limit the field's value does not pass (E3). An absent value is an incident, and so
 * are an approval that nobody may give (`no-approver`) and an owner whom the deal does not have.
 */
export function approversOf(state: RunState, approval: ApprovalDefinition): Approvers {
  const operands: Operands = [];
  const parts = new Map<string, ApproverDefinition>();
  for (const approver of approval.approvers) {
    const { upTo, id, count } = approver;
    const value = upTo && own(state.values, upTo.field);
    if (upTo && typeof value !== 'number') return { ok: false, code: 'absent', operands };
    if (upTo && typeof value === 'number') {
      operands.push({ field: upTo.field, value });
      if (value > upTo.max) continue;
    }
    for (let n = 1; n <= count; n += 1) parts.set(n === 1 ? id : `${id}:${n}`, approver);
  }
  if (parts.size === 0) return { ok: false, code: 'no-approver', operands };
  const isUnowned = [...parts.values()].some(({ to }) => to.kind === 'owner');
  if (isUnowned && state.owner === null) return { ok: false, code: 'no-owner', operands: [] };
  return { ok: true, parts };
}

/**
 * People who may not approve: whoever asked for it, did the work that leads to it, or did one of the
 * steps it names (E3). Work leads to it directly, or by way of automatic steps alone.
 */
export function excludedFrom(
  index: StageIndex | undefined,
  part: Pick<FrameState, 'steps' | 'links'>,
  approval: ApprovalDefinition,
): Set<string> {
  const people = new Set<string>();
  const add = (step: string) => {
    const { by, items = {} } = own(part.steps, step) ?? {};
    for (const one of [by, ...Object.values(items).map((item) => item.by)]) {
      if (typeof one === 'string') people.add(one);
    }
  };
  const { by: requestedBy, notBy = [] } = own(part.steps, approval.id) ?? {};
  if (typeof requestedBy === 'string') people.add(requestedBy);
  for (const person of notBy) people.add(person);
  for (const step of approval.notBy ?? []) add(step);
  for (const step of workBefore(index, part, approval.id)) add(step);
  return people;
}

/** Steps done by people that lead to a step; what another approval decided is not asked for by it. */
function workBefore(
  index: StageIndex | undefined,
  { links }: Pick<FrameState, 'links'>,
  step: string,
): Set<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const ahead = [step];
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    for (const link of index?.incoming.get(at) ?? []) {
      if (own(links, link.id) !== 'live' || seen.has(link.from)) continue;
      seen.add(link.from);
      const kind = index?.steps.get(link.from)?.kind;
      if (kind === 'task' || kind === 'each') found.add(link.from);
      else if (kind !== 'approval') ahead.push(link.from);
    }
  }
  return found;
}
