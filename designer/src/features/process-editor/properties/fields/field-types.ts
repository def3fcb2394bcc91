import { fieldTypes, type Field, type FieldType } from '#core/drawing/field.ts';

const names: Record<FieldType, string> = {
  text: 'text',
  longText: 'long text',
  number: 'number',
  money: 'money',
  percent: 'percent',
  date: 'date',
  boolean: 'yes or no',
  choice: 'one of a list',
  choices: 'several of a list',
  file: 'file',
};

/** The types that a field can have, for a choice. */
export const typeOptions = fieldTypes.map((type) => ({ value: type, label: names[type] }));

/** Type and unit in a few words: `number, kWp`, `money, PLN`. */
export function typeText(field: Pick<Field, 'type' | 'unit'>, currency: string): string {
  const unit = field.type === 'money' ? currency : field.unit;
  return unit === undefined || unit === '' ? names[field.type] : `${names[field.type]}, ${unit}`;
}
