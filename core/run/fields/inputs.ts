import type { Value } from '../../condition/condition.ts';
import type { ProcessDefinition } from '../../definition/definition.ts';
import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import { own } from '../state/own.ts';
import type { DoneStep, RunState } from '../state/run-state.ts';
import { isSame } from '../state/same-value.ts';

/** Definitions are immutable, so each is searched once. */
const counted = new WeakMap<ProcessDefinition, Set<string>>();

/** Whether changes of a field are counted: it is kept as a flag, and is an input of a step (E12). */
export function isCounted(definition: ProcessDefinition, field: string): boolean {
  let fields = counted.get(definition);
  if (!fields) counted.set(definition, (fields = countedFields(definition)));
  return fields.has(field);
}

function countedFields({ stages, rails = [], watched }: ProcessDefinition): Set<string> {
  const inputs = [...stages, ...rails].flatMap(({ steps }) => steps.flatMap((s) => s.inputs ?? []));
  return new Set(inputs.filter((field) => own(watched, field) === 'isSet'));
}

/** What a step's inputs are now: values, and of fields kept as a flag how often they have changed. */
export function inputsNow(
  definition: ProcessDefinition,
  state: RunState,
  { inputs = [] }: StepDefinition,
): DoneStep['inputs'] {
  return Object.fromEntries(
    inputs.map((field): [string, Value | null] => [field, inputNow(definition, state, field)]),
  );
}

/** Whether what a step depends on is as it was when its work was done. */
export function isUnchanged(
  definition: ProcessDefinition,
  state: RunState,
  { inputs = [] }: StepDefinition,
  done: DoneStep,
): boolean {
  return inputs.every((field) =>
    isSame(own(done.inputs, field) ?? null, inputNow(definition, state, field)),
  );
}

function inputNow({ watched }: ProcessDefinition, state: RunState, field: string): Value | null {
  if (own(watched, field) === 'isSet') return own(state.changes ?? {}, field) ?? 0;
  return own(state.values, field) ?? null;
}
