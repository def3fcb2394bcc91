import { drawnKindOf, type Step } from '../../step-kinds/drawn-kinds.ts';
import { readTemplate } from '../../template/read-template.ts';
import type { ConditionChecker } from '../compiling/condition-checker.ts';

/** Fields that a step sets when it is done: form fields, and what it computes. */
export function outputsOf(step: Step): string[] {
  return [...drawnKindOf(step).sets(step)].map(({ field }) => field);
}

/** Fields that the engine itself sets when the step is done. */
export function computedOf(step: Step): string[] {
  return [...drawnKindOf(step).sets(step)].flatMap(({ field, computed }) =>
    computed ? [field] : [],
  );
}

/** Fields that a step's work depends on: those declared, and those its templates show (E12). */
export function inputsOf(step: Step): string[] {
  const shown = drawnKindOf(step)
    .templates(step)
    .flatMap((text) => readTemplate(text).reads)
    .flatMap(({ path }) => (path.startsWith('deal.') ? [path.slice('deal.'.length)] : []));
  return [...new Set([...(step.inputs ?? []), ...shown])];
}

/** Fields that the engine reads itself to do a step: an input unless the step sets them (E12). */
export function readsOf(step: Step, checker: ConditionChecker): string[] {
  const set = new Set(outputsOf(step));
  const reads = [...drawnKindOf(step).expressions(step)].flatMap(({ text, expected, ofWork }) => {
    const checked = ofWork && checker.check(text, expected);
    return checked && checked.ok ? [...checked.reads, ...checked.tests] : [];
  });
  return reads.filter((field) => !set.has(field));
}
