import type { ProcessDefinition } from '../../definition/definition.ts';
import type { RunState } from './run-state.ts';
import { stageIndex } from './stage-index.ts';
import { visitOf } from './turn.ts';

/** The run's position, as a command's answer carries it. */
export interface RunView {
  status: RunState['status'];
  stage: string;
  /** Place of the stage among the stages, from 0; -1 before the start. */
  place: number;
  visit: number;
  owner: string | null;
  incidents: number;
  outcome?: NonNullable<RunState['outcome']>;
}

/** Where the run is now; the screens' details are in the projections. */
export function viewOf(definition: ProcessDefinition, state: RunState): RunView {
  const { status, stage, owner, outcome } = state;
  const current = stageIndex(definition, stage)?.stage;
  return {
    status,
    stage,
    place: current ? definition.stages.indexOf(current) : -1,
    visit: visitOf(state),
    owner,
    incidents: state.incidents.length,
    ...(outcome ? { outcome } : {}),
  };
}
