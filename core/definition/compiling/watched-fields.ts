import type { Drawing } from '../../drawing/drawing.ts';
import { isReadable } from '../../drawing/field.ts';
import type { Timing } from '../../drawing/timing.ts';
import { drawnKindOf, type Step } from '../../step-kinds/drawn-kinds.ts';
import { canRedo } from './can-redo.ts';
import type { ConditionChecker } from './condition-checker.ts';
import { conditionsOf } from '../naming/conditions-of.ts';
import { inputsOf } from '../naming/step-fields.ts';

/**
 * Fields that conditions, gates, clocks, approvals and redo rules read (E23): their value, or for
 * personal ones, long texts and files only that they are set. In the drawing's order of fields.
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
  for (const id of plainReads(drawing)) read.add(id);
  return Object.fromEntries(
    drawing.fields
      .filter((field) => read.has(field.id))
      .map((field) => [field.id, isReadable(field) ? 'value' : 'isSet']),
  );
}

/** Fields that are named by themselves, not within an expression. */
function* plainReads(drawing: Drawing): Iterable<string> {
  const { stages, rails = [], clocks = [] } = drawing;
  for (const { deadline } of stages) {
    if (deadline?.field) yield deadline.field;
    yield* ofTiming(deadline?.after);
  }
  for (const { target } of clocks) yield* ofTiming(target);
  const again = canRedo(drawing);
  for (const { steps } of [...stages, ...rails]) {
    for (const step of steps) {
      yield* ofStep(step);
      if (again) yield* inputsOf(step);
    }
  }
}

function* ofStep(step: Step): Iterable<string> {
  const kind = drawnKindOf(step);
  for (const { timing } of kind.times(step)) yield* ofTiming(timing);
  for (const { field, read, followed } of kind.fields(step)) if (read || followed) yield field;
}

function* ofTiming(timing: Timing | undefined): Iterable<string> {
  if (timing?.from === 'field' && timing.field) yield timing.field;
}
