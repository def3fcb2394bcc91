import { armNow } from './back.ts';
import { inputsNow } from '../fields/inputs.ts';
import { dropOutputs } from '../fields/outputs.ts';
import { stepTraits } from '../../step-kinds/step-traits.ts';
import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import { definitionOf, setStep, type Turn } from '../state/turn.ts';

/** A step begins: what it sends away depends on its inputs as they are now. */
export function noteBeginning(turn: Turn, step: StepDefinition): void {
  if (stepTraits[step.kind].reachesOutside) noteInputs(turn, step);
}

/** A step's own work is done: with these inputs, and what it set before is replaced (E12, E13). */
export function noteWork(turn: Turn, id: string): void {
  const step = definitionOf(turn, id);
  if (!step) return;
  if (!stepTraits[step.kind].reachesOutside) noteInputs(turn, step);
  dropOutputs(turn, id);
  if (turn.frame.id === turn.state.stage && !stepTraits[step.kind].automatic) armNow(turn, null);
}

function noteInputs(turn: Turn, step: StepDefinition): void {
  if (!step.inputs) return;
  setStep(turn, step.id, { inputs: inputsNow(turn.definition, turn.state, step) });
}
