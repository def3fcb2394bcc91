import type { Fact } from './fact.ts';
import { startStageClock } from './clocks.ts';
import { enterRails } from './rails.ts';
import { stageIndex } from './stage-index.ts';
import { enqueue, resetSteps, visitOf, type Turn } from './turn.ts';

type Entered = Extract<Fact, { type: 'StageEntered' }>;

/** Enters a stage: a new visit with its steps pending, its clock, and no memory of older events. */
export function enterStage(
  turn: Turn,
  stage: string,
  how: Pick<Entered, 'via' | 'element' | 'by'>,
): void {
  const { state } = turn;
  turn.entries += 1;
  turn.stage = stageIndex(turn.definition, stage);
  state.stage = stage;
  state.visits[stage] = visitOf(state) + 1;
  state.enteredAt = turn.now;
  state.events = {};
  resetSteps(turn);
  turn.facts.push({ type: 'StageEntered', stage, visit: visitOf(state), ...how });
  startStageClock(turn);
  enterRails(turn);
  turn.occurred.push({ on: 'stage', stage });
  for (const step of turn.stage?.stage.steps ?? []) {
    if (!turn.stage?.incoming.has(step.id)) enqueue(turn, step.id, 'turn');
  }
}
