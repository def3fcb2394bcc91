import type { Step } from '../../drawing/step.ts';
import { readTemplate } from '../../template/read-template.ts';
import type { ConditionChecker } from '../compiling/condition-checker.ts';
import type { Expected } from './conditions-of.ts';

/** Fields that a step sets when it is done: form fields, and what it computes. */
export function outputsOf(step: Step): string[] {
  switch (step.kind) {
    case 'task':
    case 'each':
      return step.form.map(({ field }) => field);
    case 'update':
      return [...step.set, ...(step.dates ?? [])].map(({ field }) => field);
    case 'score':
      return [step.field, ...(step.tiers ? [step.tiers.field] : [])];
    case 'process':
      return (step.wait?.results ?? []).map(({ to }) => to);
    default:
      return [];
  }
}

/** Fields that a step's work depends on: those declared, and those its template shows (E12). */
export function inputsOf(step: Step): string[] {
  const declared = step.inputs ?? [];
  if (step.kind !== 'email') return declared;
  const shown = [step.subject, step.body]
    .flatMap((text) => readTemplate(text).reads)
    .flatMap(({ path }) => (path.startsWith('deal.') ? [path.slice('deal.'.length)] : []));
  return [...new Set([...declared, ...shown])];
}

/** Fields that the engine reads itself to do a step: an input unless the step sets them (E12). */
export function readsOf(step: Step, checker: ConditionChecker): string[] {
  const set = new Set(outputsOf(step));
  const reads = expressionsOf(step).flatMap(({ text, expected }) => {
    const checked = checker.check(text, expected);
    return checked.ok ? [...checked.reads, ...checked.tests] : [];
  });
  return reads.filter((field) => !set.has(field));
}

function expressionsOf(step: Step): { text: string; expected: Expected }[] {
  const truth = ({ when }: { when: string }) => ({ text: when, expected: 'boolean' as const });
  switch (step.kind) {
    case 'branch':
      return step.cases.map(truth);
    case 'score':
      return step.rules.map(truth);
    case 'update':
      return step.set.map(({ field, value }) => ({ text: value, expected: { field } }));
    default:
      return [];
  }
}
