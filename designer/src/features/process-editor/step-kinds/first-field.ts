import type { Field, FieldType } from '#core/drawing/field.ts';

/** The first field of a type; a name that is none where the process has no such field yet. */
export function firstField(fields: readonly Field[], type: FieldType): string {
  return fields.find((field) => field.type === type)?.id ?? 'chooseAField';
}
