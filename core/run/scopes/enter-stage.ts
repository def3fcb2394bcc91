import type { Fact } from '../contract/fact.ts';
import { startStageClock } from '../clocks/clocks.ts';
import { verdictOn } from '../steps/joins.ts';
import { own } from '../state/own.ts';
import { enterRails } from './rails.ts';
import { adopt } from './sides.ts';
import { stageIndex } from '../state/stage-index.ts';
import { enqueue, resetSteps, visitOf, type Turn } from '../state/turn.ts';
import { forgetApprovals } from '../doing-again/voiding.ts';

type Entered = Extract<Fact, { type: 'StageEntered' }>;

/** Enters a stage: a new visit with its steps pending, its clock, and no memory of older events. */
export function enterStage(
  turn: Turn,
  stage: string,
  how: Pick<Entered, 'via' | 'element' | 'by'>,
): void {
  const { state } = turn;
  turn.entries += 1;
  if (!own(state.sides ?? {}, state.stage)) turn.frames.delete(state.stage);
  turn.stage = stageIndex(turn.definition, stage);
  state.stage = stage;
  state.visits[stage] = visitOf(state) + 1;
  state.enteredAt = turn.now;
  state.events = {};
  delete state.reworks;
  delete state.disarmed;
  forgetApprovals(turn, stage);
  resetSteps(turn);
  turn.facts.push({ type: 'StageEntered', stage, visit: visitOf(state), ...how });
  adopt(turn);
  startStageClock(turn);
  enterRails(turn);
  turn.occurred.push({ on: 'stage', stage });
  for (const step of turn.stage?.stage.steps ?? []) {
    if (verdictOn(turn, step.id) !== 'waits') enqueue(turn, step.id, 'turn');
  }
}
