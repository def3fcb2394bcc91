import { z } from 'zod';
import { elementId } from './element-id.ts';

export const fieldTypes = [
  'text',
  'longText',
  'number',
  'money',
  'percent',
  'date',
  'boolean',
  'choice',
  'choices',
  'file',
] as const;
export type FieldType = (typeof fieldTypes)[number];

const option = z.object({ value: elementId, label: z.string().min(1).max(80) });

/**
 * A field of the deal. `money` is an integer of minor units, `date` is 'YYYY-MM-DD'. A personal
 * field, a long text and a file enter the run as an is-set flag only (E23).
 */
export const fieldSchema = z.object({
  id: elementId,
  label: z.string().min(1).max(80),
  type: z.enum(fieldTypes),
  unit: z.string().max(12).optional(),
  help: z.string().max(240).optional(),
  options: z.array(option).max(60).optional(),
  personal: z.boolean().default(false),
  intake: z.enum(['no', 'optional', 'required']).default('no'),
});
export type Field = z.infer<typeof fieldSchema>;

/** True when conditions may read the field's value; otherwise only `has(deal.<field>)` (E23). */
export function isReadable(field: Pick<Field, 'type' | 'personal'>): boolean {
  return !field.personal && field.type !== 'longText' && field.type !== 'file';
}
