import type { FieldType } from '../../drawing/field.ts';
import type { Assignee } from '../../drawing/people.ts';
import type { Step, StepOf } from '../../drawing/step.ts';
import { assigneesOf } from './named-people.ts';

/** A field that a step names by itself, not within an expression, and what it must be like. */
export interface NamedField {
  field: string;
  fieldPath: string;
  /** Any type when absent. */
  types?: readonly FieldType[];
  /** The run must know its value, not only that it is set (E23). */
  read?: true;
  /** The step writes it: files are attached by people. */
  written?: true;
}

const numbers: FieldType[] = ['number', 'money', 'percent'];

/** Every field that a step names; dates that times count from are told by the rule of times. */
export function* namedFields(step: Step): Iterable<NamedField> {
  yield* plain(step.inputs, 'inputs');
  if ('form' in step) {
    for (const [i, { field }] of step.form.entries()) yield { field, fieldPath: `form.${i}.field` };
  }
  if ('shows' in step) yield* plain(step.shows, 'shows');
  for (const { to, fieldPath } of assigneesOf(step)) yield* needed(to, fieldPath);
  switch (step.kind) {
    case 'each':
      if (step.over.kind !== 'list') return;
      return yield {
        field: step.over.field,
        fieldPath: 'over.field',
        types: ['choices'],
        read: true,
      };
    case 'approval':
      return yield* ofApproval(step);
    case 'update':
      return yield* ofUpdate(step);
    case 'webhook':
      return yield* plain(step.sends, 'sends');
    case 'score':
      return yield* ofScore(step);
    case 'process':
      for (const [i, { from }] of step.fields.entries()) {
        yield { field: from, fieldPath: `fields.${i}.from` };
      }
      for (const [i, { to }] of (step.wait?.results ?? []).entries()) {
        yield { field: to, fieldPath: `wait.results.${i}.to`, written: true };
      }
      return;
    default:
  }
}

function* plain(list: readonly string[] = [], fieldPath: string): Iterable<NamedField> {
  for (const [i, field] of list.entries()) yield { field, fieldPath: `${fieldPath}.${i}` };
}

function* needed(to: Assignee, fieldPath: string): Iterable<NamedField> {
  if (to.kind !== 'department') return;
  for (const [i, need] of (to.needs ?? []).entries()) {
    if (!('field' in need)) continue;
    const at = `${fieldPath}.needs.${i}.field`;
    yield { field: need.field, fieldPath: at, types: ['choice', 'choices', 'text'], read: true };
  }
}

function* ofApproval({ approvers, voidOn }: StepOf<'approval'>): Iterable<NamedField> {
  for (const [i, { upTo }] of approvers.entries()) {
    if (!upTo) continue;
    const fieldPath = `approvers.${i}.upTo.field`;
    yield { field: upTo.field, fieldPath, types: numbers, read: true };
  }
  yield* plain(voidOn, 'voidOn');
}

function* ofUpdate({ set, dates = [] }: StepOf<'update'>): Iterable<NamedField> {
  for (const [i, { field }] of set.entries()) {
    yield { field, fieldPath: `set.${i}.field`, written: true };
  }
  for (const [i, { field }] of dates.entries()) {
    yield { field, fieldPath: `dates.${i}.field`, types: ['date'] };
  }
}

function* ofScore({ field, tiers }: StepOf<'score'>): Iterable<NamedField> {
  yield { field, fieldPath: 'field', types: ['number'] };
  if (tiers) yield { field: tiers.field, fieldPath: 'tiers.field', types: ['choice'] };
}
