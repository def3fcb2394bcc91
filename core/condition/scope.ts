import type { Field, FieldType } from '../drawing/field.ts';

/** What a condition may know of a field; a drawing's field fits as it is. */
export type ScopeField = Pick<Field, 'type'> &
  Partial<Pick<Field, 'personal' | 'options' | 'label'>>;

/** The fields that conditions may name as `deal.<id>`, by id. */
export type FieldScope = Readonly<Record<string, ScopeField>>;

/** Type of an expression: yes or no, a number, a text (choices and dates too), a list of texts. */
export type ConditionType = 'bool' | 'double' | 'string' | 'list';

/** The scope of a drawing's fields. */
export function scopeOf(fields: readonly Field[]): FieldScope {
  return Object.fromEntries(fields.map((field) => [field.id, field]));
}

/** The type that a field's value has in an expression. */
export function conditionTypeOf(type: FieldType): ConditionType {
  switch (type) {
    case 'number':
    case 'money':
    case 'percent':
      return 'double';
    case 'boolean':
      return 'bool';
    case 'choices':
      return 'list';
    case 'text':
    case 'longText':
    case 'date':
    case 'choice':
    case 'file':
      return 'string';
  }
}
