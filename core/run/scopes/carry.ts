import type { ProcessDefinition } from '../../definition/definition.ts';
import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import type { Unmet } from '../contract/fact.ts';
import { isSettled } from './frame.ts';
import { goesAlong } from './goes-along.ts';
import { isHeldByRejection } from '../doing-again/rejected.ts';
import { isMandatory } from '../steps/mandatory.ts';
import { own } from '../state/own.ts';
import type { FrameState, RunState } from '../state/run-state.ts';
import { stageIndex, type StageIndex } from '../state/stage-index.ts';

/**
 * What keeps a deal from going to `to` although it would go along (E11, E14): carried work, or such
 * as would be, that is due before an end or the stage named; an approval that was voided.
 */
export function carriedUnmet(definition: ProcessDefinition, state: RunState, to: string): Unmet[] {
  const here = stageIndex(definition, state.stage);
  const due = here ? ofFrame(definition, state, here, state, to) : [];
  for (const [id, side] of Object.entries(state.sides ?? {})) {
    const index = stageIndex(definition, id);
    if (index && isStage(definition, id)) due.push(...ofFrame(definition, state, index, side, to));
  }
  return due;
}

function ofFrame(
  definition: ProcessDefinition,
  state: RunState,
  index: StageIndex,
  part: Pick<FrameState, 'steps' | 'links'>,
  to: string,
): Unmet[] {
  const stage = index.stage.id;
  const isHere = stage === state.stage;
  return index.stage.steps.flatMap((step): Unmet[] => {
    const at = own(part.steps, step.id);
    if (!at) return [];
    const { status } = at;
    const unmet: Unmet[] = [{ kind: 'carried', stage, step: step.id, status }];
    if (isHere) return goesAlong(step, at) && holds(definition, state, step, to) ? unmet : [];
    if (isVoided(definition, state, stage, step.id)) return unmet;
    if (isHeldByRejection(index, part, step)) return unmet;
    return !isSettled(at) && holds(definition, state, step, to) ? unmet : [];
  });
}

/** Whether carried work must be done before the deal goes there. */
function holds(
  definition: ProcessDefinition,
  state: RunState,
  step: StepDefinition,
  to: string,
): boolean {
  if (!isMandatory(state, step)) return false;
  const target = placeOfStage(definition, to);
  if (target < 0) return true;
  const until = 'carry' in step ? step.carry?.until : undefined;
  return until !== undefined && target >= placeOfStage(definition, until);
}

/** Whether an approval of a stage behind the current one was voided and is not given anew (E14). */
function isVoided(
  definition: ProcessDefinition,
  { approvals = {}, stage: current }: RunState,
  stage: string,
  step: string,
): boolean {
  if (!own(own(approvals, stage) ?? {}, step)?.voided) return false;
  return placeOfStage(definition, stage) < placeOfStage(definition, current);
}

/** Place of a stage among the stages; -1 for an end of the process, and for a rail. */
export function placeOfStage(definition: ProcessDefinition, stage: string): number {
  return definition.stages.findIndex(({ id }) => id === stage);
}

/** Whether an id is a stage's and not a rail's: what a side frame of it holds is carried work. */
export function isStage(definition: ProcessDefinition, id: string): boolean {
  return placeOfStage(definition, id) >= 0;
}
