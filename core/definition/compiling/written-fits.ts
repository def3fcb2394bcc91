import type { FieldFit } from '../../drawing/check-value.ts';
import type { Drawing } from '../../drawing/drawing.ts';
import type { Field } from '../../drawing/field.ts';
import { computedOf } from '../naming/step-fields.ts';

/**
 * What the fields that the engine itself writes must fit (E29), in the drawing's order of fields. Forms
 * are checked where people send them.
 */
export function writtenFits(drawing: Drawing): Pick<WithFits, 'fits'> {
  const homes = [...drawing.stages, ...(drawing.rails ?? [])];
  const written = new Set(homes.flatMap(({ steps }) => steps).flatMap(computedOf));
  const fields = drawing.fields.filter(({ id }) => written.has(id));
  if (fields.length === 0) return {};
  return { fits: Object.fromEntries(fields.map((field) => [field.id, fitOf(field)])) };
}

interface WithFits {
  fits?: Record<string, FieldFit>;
}

function fitOf({ type, options }: Field): FieldFit {
  if (type !== 'choice' && type !== 'choices') return { type };
  return { type, options: (options ?? []).map(({ value }) => ({ value })) };
}
