import type { NamedAssignee, NamedField } from './drawn-kind.ts';

/** Each field of a list, with its place. */
export function* listed(
  fields: readonly string[] = [],
  fieldPath: string,
): Iterable<{ field: string; fieldPath: string }> {
  for (const [i, field] of fields.entries()) yield { field, fieldPath: `${fieldPath}.${i}` };
}

/** Fields whose value says which skill or territory an assignee must have. */
export function* neededFields(assignees: Iterable<NamedAssignee>): Iterable<NamedField> {
  for (const { to, fieldPath } of assignees) {
    if (to.kind !== 'department') continue;
    for (const [i, need] of (to.needs ?? []).entries()) {
      if (!('field' in need)) continue;
      const at = `${fieldPath}.needs.${i}.field`;
      yield { field: need.field, fieldPath: at, types: ['choice', 'choices', 'text'], read: true };
    }
  }
}
