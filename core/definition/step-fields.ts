import type { Step } from '../drawing/step.ts';
import { templateReads } from './template-reads.ts';

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
    .flatMap(templateReads)
    .flatMap(({ path }) => (path.startsWith('deal.') ? [path.slice('deal.'.length)] : []));
  return [...new Set([...declared, ...shown])];
}
