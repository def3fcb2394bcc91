import { namedFields } from '#core/definition/naming/named-fields.ts';
import type { Step } from '#core/drawing/step.ts';
import { neededFields as assigneeFields } from '#core/step-kinds/drawn-fields.ts';
import { workAssignees } from '#core/step-kinds/drawn-work.ts';
import { rulesOf } from '../../step-kinds/rules-of-kinds.ts';

/** The value at a place within a step. */
function valueAt(step: Step, names: readonly string[]): unknown {
  let value: unknown = step;
  for (const name of names) value = (value as Record<string, unknown>)[name];
  return value;
}

/** Takes what is at a place out of the step: an entry out of its list, everything else out of its owner. */
function takeOut(step: Step, names: readonly string[]): void {
  const owner = valueAt(step, names.slice(0, -1));
  const name = names.at(-1) ?? '';
  if (Array.isArray(owner)) owner.splice(Number(name), 1);
  else Reflect.deleteProperty(owner as object, name);
}

/** The place of what holds the name of a field: the name itself, or the part of the step that is about it. */
function holderOf(fieldPath: string): string[] {
  const names = fieldPath.split('.');
  const isEntry = /^\d+$/.test(names.at(-1) ?? '');
  return isEntry ? names : names.slice(0, -1);
}

/** What the step names, with what it keeps unused: departments do their items, whoever else is assigned. */
function* everyField(step: Step): Iterable<{ field: string; fieldPath: string }> {
  yield* namedFields(step);
  if ('form' in step) yield* assigneeFields(workAssignees(step));
}

/** Takes a field out of everything in a step that can do without it. Later entries of a list go first. */
export function forgetInStep(step: Step, field: string): void {
  const { neededFields } = rulesOf(step);
  const paths = new Set<string>();
  for (const one of everyField(step)) if (one.field === field) paths.add(one.fieldPath);
  for (const path of [...paths].toReversed()) {
    if (!neededFields.includes(path)) takeOut(step, holderOf(path));
  }
}
