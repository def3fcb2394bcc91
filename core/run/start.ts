import { enterStage } from './enter-stage.ts';
import type { RunEvent } from './event.ts';
import { changeFields } from './fields.ts';
import type { Turn } from './turn.ts';

/** Starts the run in the first stage, with the fields that the deal was registered with. */
export function start(turn: Turn, event: Extract<RunEvent, { kind: 'start' }>): void {
  const { by, owner } = event;
  turn.state.status = 'open';
  turn.state.owner = owner;
  turn.facts.push({ type: 'RunStarted', by });
  changeFields(turn, event);
  turn.changed.clear();
  turn.occurred.push({ on: 'start' });
  enterStage(turn, turn.definition.stages[0]!.id, { via: 'start', by });
}
