import type { Condition } from '../condition/condition.ts';
import type { CriterionDefinition, ProcessDefinition } from '../definition/definition.ts';
import type { Unmet } from './fact.ts';
import { isBlocking, isMandatory } from './mandatory.ts';
import { own } from './own.ts';
import { read } from './reading.ts';
import type { RunState } from './run-state.ts';
import { stageIndex, type StageIndex } from './stage-index.ts';

/** A way out of the current stage: an exit as it is drawn, or the id and target of a `leave` step. */
export interface Way {
  id: string;
  to: string;
  when?: Condition;
  ungated?: true;
}

/**
 * Everything that keeps the deal from going this way now (E10): unsettled mandatory steps, their
 * incidents, the stage's criteria, the exit's own condition and the target's entry criteria. One
 * function for people, automatic exits and screens. Lost asks for nothing, an ungated way for no
 * steps; reasons of an outcome are asked for by the move alone. Linear in the stage.
 */
export function gateOf(definition: ProcessDefinition, state: RunState, way: Way): Unmet[] {
  const index = stageIndex(definition, state.stage);
  if (!index || state.status !== 'open' || way.to === 'lost') return [];
  const { stage } = index;
  const target = stageIndex(definition, way.to)?.stage;
  const asked: CriterionDefinition[] = way.when ? [{ id: way.id, when: way.when }] : [];
  return [
    ...(way.ungated ? [] : openSteps(index, state)),
    ...[...stage.criteria, ...asked].flatMap((each) => criterion(state, stage.id, 'exit', each)),
    ...(target?.entry ?? []).flatMap((each) => criterion(state, target!.id, 'entry', each)),
  ];
}

function openSteps(index: StageIndex, state: RunState): Unmet[] {
  const stage = index.stage.id;
  return index.stage.steps.flatMap((step): Unmet[] => {
    const status = own(state.steps, step.id)?.status ?? 'pending';
    if (!isBlocking(status) || !isMandatory(state, step)) return [];
    const incident = state.incidents.find(
      (each) => each.step === step.id && each.frame === undefined,
    );
    if (!incident) return [{ kind: 'step', stage, step: step.id, status }];
    const { id, code } = incident;
    return [{ kind: 'incident', incident: id, stage, step: step.id, code }];
  });
}

function criterion(
  state: RunState,
  stage: string,
  side: 'exit' | 'entry',
  { id, when }: CriterionDefinition,
): Unmet[] {
  const reading = read(state, when);
  if (reading.ok && reading.value) return [];
  const { operands } = reading;
  const unmet = { kind: 'criterion', stage, side, criterion: id, operands } as const;
  return [reading.ok ? unmet : { ...unmet, error: reading.code }];
}
