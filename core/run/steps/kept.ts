import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import { resolveLinks } from './links.ts';
import { showOutputs } from '../fields/outputs.ts';
import type { DoneStep } from '../state/run-state.ts';
import { refOf, setStep, type Turn } from '../state/turn.ts';

/** A step done before stays done: it ends by its old port, and what it had set counts again (E12, E13). */
export function keepStep(turn: Turn, { id }: StepDefinition, work: DoneStep): void {
  const { port, inputs, by } = work;
  setStep(turn, id, {
    status: 'ended',
    port,
    done: true,
    inputs,
    ...(by === undefined ? {} : { by }),
  });
  turn.facts.push({ type: 'StepKept', ...refOf(turn, id), port });
  showOutputs(turn, id);
  resolveLinks(turn, id);
}
