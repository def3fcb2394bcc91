import type { Condition } from '../../condition/condition.ts';
import type { CriterionDefinition, ProcessDefinition } from '../../definition/definition.ts';
import type { Unmet } from '../contract/fact.ts';
import { isBack, isUsedUp } from '../doing-again/back.ts';
import { carriedUnmet } from '../scopes/carry.ts';
import { goesAlong } from '../scopes/goes-along.ts';
import { isBlocking, isMandatory } from '../steps/mandatory.ts';
import { isHeldByRejection } from '../doing-again/rejected.ts';
import { own } from '../state/own.ts';
import { read } from '../state/reading.ts';
import type { RunState } from '../state/run-state.ts';
import { stageIndex, type StageIndex } from '../state/stage-index.ts';

/** A way out of the current stage: an exit as it is drawn, or the id and target of a `leave` step. */
export interface Way {
  id: string;
  to: string;
  when?: Condition;
  ungated?: true;
  max?: number;
}

/**
 * Everything that keeps the deal from going this way now (E10): unsettled mandatory steps, their
 * incidents, carried work that is due, the stage's criteria, the exit's own condition and the
 * target's entry criteria. One function for people, automatic exits and screens. Lost asks for
 * nothing, back for its own condition alone, an ungated way for no steps; an exit with a limit for one
 * more time. Reasons of an outcome are asked for by the move alone. Linear in the stage.
 */
export function gateOf(definition: ProcessDefinition, state: RunState, way: Way): Unmet[] {
  const index = stageIndex(definition, state.stage);
  if (!index || state.status !== 'open' || way.to === 'lost') return [];
  const { stage } = index;
  const target = stageIndex(definition, way.to)?.stage;
  const used = limit(state, way);
  const asked: CriterionDefinition[] = way.when ? [{ id: way.id, when: way.when }] : [];
  if (isBack(definition, state.stage, way.to)) {
    return [...asked.flatMap((each) => criterion(state, stage.id, 'exit', each)), ...used];
  }
  return [
    ...(way.ungated ? [] : openSteps(index, state)),
    ...(way.ungated ? [] : carriedUnmet(definition, state, way.to)),
    ...[...stage.criteria, ...asked].flatMap((each) => criterion(state, stage.id, 'exit', each)),
    ...(target?.entry ?? []).flatMap((each) => criterion(state, target!.id, 'entry', each)),
    ...used,
  ];
}

/** A way that has been gone as often as it may. */
function limit(state: RunState, way: Way): Unmet[] {
  const { id, max } = way;
  return max !== undefined && isUsedUp(state, way) ? [{ kind: 'limit', exit: id, max }] : [];
}

function openSteps(index: StageIndex, state: RunState): Unmet[] {
  const stage = index.stage.id;
  return index.stage.steps.flatMap((step): Unmet[] => {
    const at = own(state.steps, step.id) ?? { status: 'pending' };
    const { status } = at;
    if (goesAlong(step, at)) return [];
    if (isHeldByRejection(index, state, step) && isMandatory(state, step)) {
      return [{ kind: 'step', stage, step: step.id, status: 'rejected' }];
    }
    if (!isBlocking(status) || !isMandatory(state, step)) return [];
    const incident = state.incidents.find((i) => i.step === step.id && i.frame === undefined);
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
