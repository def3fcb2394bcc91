import type { Step, StepOf } from '../drawing/step.ts';
import { portsOf } from '../drawing/step.ts';
import type { ConditionChecker } from './condition-checker.ts';
import type { StepDefinition } from './definition.ts';
import { passPortOf } from './stage-graph.ts';

/** One step without its labels, form and texts. */
export function compileStep(step: Step, checker: ConditionChecker): StepDefinition {
  const base = {
    id: step.id,
    mandatory:
      typeof step.mandatory === 'string'
        ? checker.compile(step.mandatory, 'boolean')
        : step.mandatory,
    ...(step.when && { when: checker.compile(step.when, 'boolean') }),
    passPort: passPortOf(step),
    ports: portsOf(step).map((port) => port.id),
  };
  switch (step.kind) {
    case 'task':
      return { ...base, kind: 'task', ...taskParts(step) };
    case 'email':
      return { ...base, kind: 'email' };
    case 'wait':
      return { ...base, kind: 'wait', ...waitParts(step) };
    case 'branch':
      return { ...base, kind: 'branch', cases: branchCases(step, checker) };
    case 'update':
      return { ...base, kind: 'update', set: assignments(step, checker) };
    case 'assign':
      return { ...base, kind: 'assign', what: step.what, to: step.to };
    case 'notify':
      return { ...base, kind: 'notify', to: step.to };
    case 'leave':
      return { ...base, kind: 'leave', to: step.to, ...(step.reason && { reason: step.reason }) };
  }
}

function taskParts(step: StepOf<'task'>) {
  return {
    assign: step.assign,
    ...(step.due && { due: step.due }),
    ...(step.policy && { policy: step.policy }),
  };
}

function waitParts({ name, for: what }: StepOf<'wait'>) {
  if (what.kind === 'time') return { duration: what.duration };
  if (!what.timeout) throw new Error(`“${name}” waits for an event without a time-out.`);
  return { event: what.event, accepts: what.accepts, timeout: what.timeout };
}

function branchCases(step: StepOf<'branch'>, checker: ConditionChecker) {
  return step.cases.map(({ port, when }) => ({ port, when: checker.compile(when, 'boolean') }));
}

function assignments(step: StepOf<'update'>, checker: ConditionChecker) {
  return step.set.map(({ field, value }) => ({ field, value: checker.compile(value, { field }) }));
}
