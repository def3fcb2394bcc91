import type { Drawing } from '../drawing/drawing.ts';
import { isReadable } from '../drawing/field.ts';
import type { ConditionChecker } from './condition-checker.ts';
import { conditionsOf } from './conditions-of.ts';

/**
 * Fields that conditions, gates and clocks read (E23): their value, or for personal ones, long
 * texts and files only that they are set. In the drawing's order of fields.
 */
export function watchedFields(
  drawing: Drawing,
  checker: ConditionChecker,
): Record<string, 'value' | 'isSet'> {
  const read = new Set<string>();
  for (const place of conditionsOf(drawing)) {
    const checked = checker.check(place.text, place.expected);
    if (checked.ok) for (const id of [...checked.reads, ...checked.tests]) read.add(id);
  }
  for (const stage of drawing.stages) if (stage.deadline?.field) read.add(stage.deadline.field);
  return Object.fromEntries(
    drawing.fields
      .filter((field) => read.has(field.id))
      .map((field) => [field.id, isReadable(field) ? 'value' : 'isSet']),
  );
}
