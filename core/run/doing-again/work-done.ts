import { armNow } from './back.ts';
import { inputsNow } from '../fields/inputs.ts';
import { dropOutputs } from '../fields/outputs.ts';
import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import { definitionOf, setStep, type Turn } from '../state/turn.ts';

type Kind = StepDefinition['kind'];

/** What these ask of the world goes out with the values of their beginning. */
const askedAtOnce: ReadonlySet<Kind> = new Set<Kind>(['email', 'webhook', 'process']);

/** Kinds whose work the engine does by itself, in an instant; it lets no exit go again (E12). */
const automatic: ReadonlySet<Kind> = new Set<Kind>([
  'branch',
  'update',
  'score',
  'assign',
  'notify',
  'leave',
]);

/** A step begins: what it sends away depends on its inputs as they are now. */
export function noteBeginning(turn: Turn, step: StepDefinition): void {
  if (askedAtOnce.has(step.kind)) noteInputs(turn, step);
}

/** A step's own work is done: with these inputs, and what it set before is replaced (E12, E13). */
export function noteWork(turn: Turn, id: string): void {
  const step = definitionOf(turn, id);
  if (!step) return;
  if (!askedAtOnce.has(step.kind)) noteInputs(turn, step);
  dropOutputs(turn, id);
  if (turn.frame.id === turn.state.stage && !automatic.has(step.kind)) armNow(turn, null);
}

function noteInputs(turn: Turn, step: StepDefinition): void {
  if (!step.inputs) return;
  setStep(turn, step.id, { inputs: inputsNow(turn.definition, turn.state, step) });
}
