import type { StepOf } from '../../drawing/step.ts';
import type { ConditionChecker } from './condition-checker.ts';
import { compileTiming } from './compile-timing.ts';

export function compileTask(step: StepOf<'task'>, checker: ConditionChecker) {
  const { pauses = [], repeat, carry } = step;
  return {
    kind: 'task' as const,
    ...workParts(step, checker),
    ...(carry && { carry: carryParts(carry) }),
    ...(pauses.length > 0 && { pauses }),
    ...(repeat && { repeat }),
  };
}

export function compileEach(step: StepOf<'each'>, checker: ConditionChecker) {
  const { over, outcomes, need, late, mayAdd } = step;
  return {
    kind: 'each' as const,
    ...workParts(step, checker),
    over,
    outcomes: outcomes.map(({ id }) => id),
    passing: outcomes.flatMap(({ id, passes }) => (passes ? [id] : [])),
    ...(need !== undefined && { need }),
    late: lateWay[late ?? 'wait'],
    ...(mayAdd && { mayAdd }),
  };
}

/** The drawing says `ignore`, as joins do; a definition says what happens, which `ignore` said otherwise before. */
const lateWay = { wait: 'wait', ignore: 'goOn', cancel: 'cancel' } as const;

export function compileApproval(step: StepOf<'approval'>, checker: ConditionChecker) {
  const { approvers, need, rejects, notBy = [], voidOn = [], due, policy, carry } = step;
  return {
    kind: 'approval' as const,
    approvers: approvers.map(({ id, to, count, upTo }) => ({
      id,
      to,
      count: count ?? 1,
      ...(upTo && { upTo }),
    })),
    need: need ?? ('all' as const),
    rejects: rejects ?? ('first' as const),
    ...(notBy.length > 0 && { notBy }),
    ...(voidOn.length > 0 && { voidOn }),
    ...(due && { due: compileTiming(due, checker) }),
    ...(policy && { policy }),
    ...(carry && { carry: carryParts(carry) }),
  };
}

function carryParts({ until }: { until?: string | undefined }) {
  return until === undefined ? {} : { until };
}

function workParts(step: StepOf<'task'> | StepOf<'each'>, checker: ConditionChecker) {
  const { assign, assignCases = [], due, policy } = step;
  return {
    assign,
    ...(assignCases.length > 0 && {
      assignCases: assignCases.map(({ when, to }) => ({
        when: checker.compile(when, 'boolean'),
        to,
      })),
    }),
    ...(due && { due: compileTiming(due, checker) }),
    ...(policy && { policy }),
  };
}
