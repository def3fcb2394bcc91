import { z } from 'zod';
import { compileTiming } from '../../definition/compiling/compile-timing.ts';
import type { ConditionChecker } from '../../definition/compiling/condition-checker.ts';
import type { TimingDefinition } from '../../definition/compiling/timing-definition.ts';
import { elementId } from '../../drawing/element-id.ts';
import { assigneeSchema, type Assignee } from '../../drawing/people.ts';
import { notPassing, passing } from '../../drawing/port.ts';
import { carrySchema, stepBase } from '../../drawing/step-base.ts';
import { timingSchema } from '../../drawing/timing.ts';
import { drawnKind, none, type NamedAssignee, type NamedField } from '../drawn-kind.ts';
import { compileCarry, dueTime, timingExpressions } from '../drawn-work.ts';
import { listed, neededFields } from '../drawn-fields.ts';

/** Who may approve: `count` people of an assignee rule, up to a limit on a number, money or percent field. */
const approverSchema = z.object({
  id: elementId,
  to: assigneeSchema,
  count: z.number().int().min(1).max(9).optional(),
  upTo: z.object({ field: elementId, max: z.number() }).optional(),
});
export type Approver = z.infer<typeof approverSchema>;

/** Ports `approved` and `rejected` (E3). */
const schema = z.object({
  ...stepBase,
  kind: z.literal('approval'),
  approvers: z.array(approverSchema).min(1).max(8),
  /** How many approvals it takes; `all` when absent. */
  need: z.union([z.literal('all'), z.number().int().min(1).max(30)]).optional(),
  /** `first`: one rejection rejects; `quorum`: only when approval has become impossible. */
  rejects: z.enum(['first', 'quorum']).optional(),
  /** Whoever did one of these steps of the stage may not approve; who asked for it never may. */
  notBy: z.array(elementId).max(20).optional(),
  /** A change of one of these fields voids the approval (E14). */
  voidOn: z.array(elementId).max(40).optional(),
  shows: z.array(elementId).max(60).default([]),
  due: timingSchema.optional(),
  policy: elementId.optional(),
  carry: carrySchema.optional(),
  playbook: z.string().max(8000).optional(),
});
type Approval = z.infer<typeof schema>;

export interface ApproverDefinition {
  id: string;
  to: Assignee;
  count: number;
  upTo?: { field: string; max: number };
}

interface Parts {
  kind: 'approval';
  approvers: ApproverDefinition[];
  need: 'all' | number;
  rejects: 'first' | 'quorum';
  notBy?: string[];
  voidOn?: string[];
  due?: TimingDefinition;
  policy?: string;
  carry?: { until?: string };
}

const assignees = ({ approvers }: Approval): NamedAssignee[] =>
  approvers.map(({ to }, i) => ({ to, fieldPath: `approvers.${i}.to` }));

function* fields(step: Approval): Iterable<NamedField> {
  yield* listed(step.shows, 'shows');
  yield* neededFields(assignees(step));
  for (const [i, { upTo }] of step.approvers.entries()) {
    if (!upTo) continue;
    const fieldPath = `approvers.${i}.upTo.field`;
    yield { field: upTo.field, fieldPath, types: ['number', 'money', 'percent'], read: true };
  }
  for (const one of listed(step.voidOn, 'voidOn')) yield { ...one, followed: true };
}

function compile(step: Approval, checker: ConditionChecker): Parts {
  const { approvers, need, rejects, notBy = [], voidOn = [], due, policy, carry } = step;
  return {
    kind: 'approval',
    approvers: approvers.map(({ id, to, count, upTo }) => ({
      id,
      to,
      count: count ?? 1,
      ...(upTo && { upTo }),
    })),
    need: need ?? 'all',
    rejects: rejects ?? 'first',
    ...(notBy.length > 0 && { notBy }),
    ...(voidOn.length > 0 && { voidOn }),
    ...(due && { due: compileTiming(due, checker) }),
    ...(policy && { policy }),
    ...(carry && { carry: compileCarry(carry) }),
  };
}

export const approval = drawnKind<typeof schema, Parts>({
  schema,
  ports: () => [passing('approved', 'Approved'), notPassing('rejected', 'Rejected')],
  sidePorts: none,
  failing: [],
  fields,
  sets: none,
  expressions: ({ due }) => timingExpressions(due, 'due'),
  assignees,
  times: dueTime,
  templates: none,
  takesTime: () => true,
  compile,
});
