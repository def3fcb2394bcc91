import type { ExitDefinition, ProcessDefinition } from '../../definition/definition.ts';
import type { Unmet } from '../contract/fact.ts';
import { gateOf } from './gate.ts';
import { own } from '../state/own.ts';
import type { RunState } from '../state/run-state.ts';
import { stageIndex } from '../state/stage-index.ts';

/** Id of the way to lost that every stage has, drawn or not: people can always end a deal. */
export const giveUp = 'lost';

export interface WayOut {
  /** Id of the exit or of the reached `leave` step. */
  id: string;
  mode: ExitDefinition['mode'] | 'leave';
  to: string;
  unmet: Unmet[];
}

/** Every way out of the current stage with all that blocks it: exits as drawn, reached `leave`s. */
export function waysOut(definition: ProcessDefinition, state: RunState): WayOut[] {
  const stage = stageIndex(definition, state.stage)?.stage;
  if (!stage || state.status !== 'open') return [];
  const exits = stage.exits.map((exit): WayOut => {
    const { id, mode, to } = exit;
    return { id, mode, to, unmet: gateOf(definition, state, exit) };
  });
  const leaves = stage.steps.flatMap((step): WayOut[] => {
    if (step.kind !== 'leave' || own(state.steps, step.id)?.status !== 'waiting') return [];
    const { id, to } = step;
    return [{ id, mode: 'leave', to, unmet: gateOf(definition, state, { id, to }) }];
  });
  return [...exits, ...leaves];
}

/**
 * The exit a person may move by: a manual one, an automatic one (under the same gate), or `lost`
 * when the stage draws no exit of that id. Exits called by an event are not a person's.
 */
export function exitForPerson(
  definition: ProcessDefinition,
  stage: string,
  exit: string,
): ExitDefinition | undefined {
  const exits = stageIndex(definition, stage)?.stage.exits ?? [];
  const drawn = exits.find((each) => each.id === exit);
  if (drawn) return drawn.mode === 'event' ? undefined : drawn;
  return exit === giveUp ? { id: giveUp, mode: 'manual', to: 'lost' } : undefined;
}
