import { portsOf } from '../../drawing/ports.ts';
import type { Step, StepOf } from '../../drawing/step.ts';
import type { ConditionChecker } from './condition-checker.ts';
import { compileApproval, compileEach, compileTask } from './compile-work.ts';
import { compileTiming } from './compile-timing.ts';
import { linksNeeded, passPortOf } from '../flow/stage-graph.ts';
import type { StepDefinition } from './step-definition.ts';
import { inputsOf, outputsOf, readsOf } from '../naming/step-fields.ts';
import type { StepScope } from './step-scope.ts';

/** One step without its labels, form and texts. */
export function compileStep(step: Step, scope: StepScope): StepDefinition {
  const { checker } = scope;
  const base = baseOf(step, scope);
  switch (step.kind) {
    case 'task':
      return { ...base, ...compileTask(step, checker) };
    case 'each':
      return { ...base, ...compileEach(step, checker) };
    case 'approval':
      return { ...base, ...compileApproval(step, checker) };
    case 'email':
    case 'webhook':
      return { ...base, kind: step.kind };
    case 'wait':
      return { ...base, kind: 'wait', ...waitParts(step, checker) };
    case 'branch':
      return { ...base, kind: 'branch', cases: branchCases(step, checker) };
    case 'update':
      return { ...base, kind: 'update', ...updateParts(step, checker) };
    case 'assign':
      return { ...base, kind: 'assign', what: step.what, to: step.to };
    case 'notify':
      return { ...base, kind: 'notify', to: step.to };
    case 'score':
      return { ...base, kind: 'score', ...scoreParts(step, checker) };
    case 'process':
      return { ...base, kind: 'process', ...processParts(step) };
    case 'leave':
      return { ...base, kind: 'leave', to: step.to, ...(step.reason && { reason: step.reason }) };
  }
}

function baseOf(step: Step, { checker, isWatched, canRedo }: StepScope) {
  const truth = (text: string) => checker.compile(text, 'boolean');
  const { mandatory, when, join, lock, onlyWhile, redo } = step;
  const depends = canRedo ? new Set([...inputsOf(step), ...readsOf(step, checker)]) : [];
  const inputs = [...depends].filter(isWatched);
  const outputs = canRedo ? outputsOf(step).filter(isWatched) : [];
  return {
    id: step.id,
    mandatory: typeof mandatory === 'string' ? truth(mandatory) : mandatory,
    ...(when && { when: truth(when) }),
    passPort: passPortOf(step),
    ports: portsOf(step).map((port) => port.id),
    ...(join && join.mode !== 'all' && { join: joinParts(join) }),
    ...(lock && { lock }),
    ...(onlyWhile && { onlyWhile: truth(onlyWhile) }),
    ...(redo && redo !== 'ifInputsChanged' && { redo }),
    ...(inputs.length > 0 && { inputs }),
    ...(outputs.length > 0 && { outputs }),
  };
}

function joinParts(join: NonNullable<Step['join']>) {
  return { need: linksNeeded(join), late: join.late ?? ('ignore' as const) };
}

function waitParts({ name, for: what }: StepOf<'wait'>, checker: ConditionChecker) {
  if (what.kind === 'time') return { duration: compileTiming(what.duration, checker) };
  if (!what.timeout) throw new Error(`“${name}” waits for an event without a time-out.`);
  return { event: what.event, accepts: what.accepts, timeout: what.timeout };
}

function branchCases(step: StepOf<'branch'>, checker: ConditionChecker) {
  return step.cases.map(({ port, when }) => ({ port, when: checker.compile(when, 'boolean') }));
}

function updateParts({ set, dates = [] }: StepOf<'update'>, checker: ConditionChecker) {
  return {
    set: set.map(({ field, value }) => ({ field, value: checker.compile(value, { field }) })),
    ...(dates.length > 0 && { dates }),
  };
}

function scoreParts({ rules, field, tiers }: StepOf<'score'>, checker: ConditionChecker) {
  return {
    rules: rules.map(({ when, points }) => ({ when: checker.compile(when, 'boolean'), points })),
    field,
    ...(tiers && { tiers }),
  };
}

function processParts({ name, process, fields, wait }: StepOf<'process'>) {
  if (!wait) return { process, fields };
  if (!wait.timeout) throw new Error(`“${name}” waits for a process without a time-out.`);
  return { process, fields, wait: { timeout: wait.timeout, results: wait.results } };
}
