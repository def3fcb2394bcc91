import type { ExitDefinition, ProcessDefinition } from '../../definition/definition.ts';
import { placeOfStage } from '../scopes/carry.ts';
import { forget } from './done-steps.ts';
import { own } from '../state/own.ts';
import type { RunState } from '../state/run-state.ts';
import { visitOf, type Turn } from '../state/turn.ts';

/** Whether a way out leads to an earlier stage or to its own (E12). */
export function isBack(definition: ProcessDefinition, from: string, to: string): boolean {
  const target = placeOfStage(definition, to);
  return target >= 0 && target <= placeOfStage(definition, from);
}

/** Steps of the target, of the stage being left and of those between are to be done again. */
export function forgetBetween(turn: Turn, to: string, from: string, redo: string[]): void {
  const ids = stagesBetween(turn.definition, to, from);
  for (const { id, steps } of ids) {
    const again = steps.filter((step) => redo.includes(step.id) && step.redo !== 'never');
    forget(
      turn.state,
      id,
      again.map((step) => step.id),
    );
  }
}

/** The stages from an earlier one to this, both included. */
export function stagesBetween(definition: ProcessDefinition, to: string, from: string) {
  const last = placeOfStage(definition, from);
  return definition.stages.slice(placeOfStage(definition, to), last + 1);
}

/** After going back, automatic exits and `leave` steps wait for a person or for work really done. */
export function disarm(turn: Turn): void {
  const { state } = turn;
  state.disarmed = true;
  turn.facts.push({ type: 'ExitsDisarmed', stage: state.stage, visit: visitOf(state) });
}

/** Lets automatic exits go again, if they were disarmed. */
export function armNow(turn: Turn, by: string | null): void {
  const { state } = turn;
  if (!state.disarmed) return;
  delete state.disarmed;
  turn.facts.push({ type: 'ExitsArmed', stage: state.stage, visit: visitOf(state), by });
}

/** How often a deal has left this stage by this exit; only exits with a limit are counted. */
function timesTaken(state: RunState, stage: string, exit: string): number {
  return own(state.taken ?? {}, `${stage}:${exit}`) ?? 0;
}

/** Whether a way has been gone as often as it may; to lost there is no limit. */
export function isUsedUp(
  state: RunState,
  { id, to, max }: Pick<ExitDefinition, 'id' | 'to' | 'max'>,
): boolean {
  return max !== undefined && to !== 'lost' && timesTaken(state, state.stage, id) >= max;
}

/** Counts an exit with a limit as taken once more. */
export function countTaken({ state }: Turn, { id, max }: ExitDefinition): void {
  if (max === undefined) return;
  const taken = timesTaken(state, state.stage, id) + 1;
  state.taken = { ...state.taken, [`${state.stage}:${id}`]: taken };
}
