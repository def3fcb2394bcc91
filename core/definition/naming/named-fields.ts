import type { NamedField } from '../../step-kinds/drawn-kind.ts';
import { drawnKindOf, type Step } from '../../step-kinds/drawn-kinds.ts';
import { listed } from '../../step-kinds/drawn-fields.ts';

/** Every field that a step names by itself; dates that times count from are told by the rule of times. */
export function* namedFields(step: Step): Iterable<NamedField> {
  yield* listed(step.inputs, 'inputs');
  yield* drawnKindOf(step).fields(step);
}
