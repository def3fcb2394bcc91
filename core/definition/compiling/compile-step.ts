import { portsOf } from '../../drawing/ports.ts';
import { drawnKindOf, type Step, type StepDefinition } from '../../step-kinds/drawn-kinds.ts';
import { linksNeeded, passPortOf } from '../flow/stage-graph.ts';
import { inputsOf, outputsOf, readsOf } from '../naming/step-fields.ts';
import type { StepScope } from './step-scope.ts';

/** One step without its labels, form and texts. */
export function compileStep(step: Step, scope: StepScope): StepDefinition {
  const parts = drawnKindOf(step).compile(step, scope.checker);
  // The parts are those of the step's own kind.
  return { ...baseOf(step, scope), ...parts } as StepDefinition;
}

function baseOf(step: Step, { checker, isWatched, canRedo }: StepScope) {
  const truth = (text: string) => checker.compile(text, 'boolean');
  const { mandatory, when, join, lock, onlyWhile, redo } = step;
  const depends = canRedo ? new Set([...inputsOf(step), ...readsOf(step, checker)]) : [];
  const inputs = [...depends].filter(isWatched);
  const outputs = canRedo ? outputsOf(step).filter(isWatched) : [];
  return {
    id: step.id,
    mandatory: typeof mandatory === 'string' ? truth(mandatory) : mandatory,
    ...(when && { when: truth(when) }),
    passPort: passPortOf(step),
    ports: portsOf(step).map((port) => port.id),
    ...(join && join.mode !== 'all' && { join: joinParts(join) }),
    ...(lock && { lock }),
    ...(onlyWhile && { onlyWhile: truth(onlyWhile) }),
    ...(redo && redo !== 'ifInputsChanged' && { redo }),
    ...(inputs.length > 0 && { inputs }),
    ...(outputs.length > 0 && { outputs }),
  };
}

function joinParts(join: NonNullable<Step['join']>) {
  return { need: linksNeeded(join), late: join.late ?? ('ignore' as const) };
}
