import { enterStage } from './enter-stage.ts';
import { disarm } from '../doing-again/back.ts';
import type { BeginAt, EventOf } from '../contract/event.ts';
import { changeFields } from '../fields/fields.ts';
import { misfit } from '../fields/fitting.ts';
import { pauseProcess } from '../pausing/hold.ts';
import { openIncident } from '../incidents/incidents.ts';
import type { Turn } from '../state/turn.ts';

/**
 * Starts the run in the first stage, or where it is told to begin, with the fields that the deal was
 * registered with. On a process that stands it enters that stage standing: nothing in it begins (E19).
 */
export function start(turn: Turn, event: EventOf<'start'>): void {
  const { by, owner, freeze, generation, fieldsRevision } = event;
  turn.state.status = 'open';
  turn.state.owner = owner;
  if (generation !== undefined) turn.state.generation = generation;
  if (fieldsRevision !== undefined) turn.state.fieldsRevision = fieldsRevision;
  turn.facts.push({ type: 'RunStarted', by });
  changeFields(turn, event);
  turn.changed.clear();
  if (freeze !== undefined) pauseProcess(turn, { freeze });
  if (event.at) startAt(turn, event.at, by);
  else {
    turn.occurred.push({ on: 'start' });
    enterStage(turn, turn.definition.stages[0]!.id, { via: 'start', by });
  }
  sayMisfits(turn, event.misfits);
}

/** Values that came along and do not fit are an incident of the deal, until a person has seen it (E29). */
function sayMisfits(turn: Turn, misfits: string[] = []): void {
  if (misfits.length === 0) return;
  openIncident(turn, { at: 'result', code: 'bad-value' }, misfits.map(misfit));
}

/** A deal that was reopened begins as after going back (E16); one that continues, as a new one does. */
function startAt(turn: Turn, at: BeginAt, by: string | null): void {
  const { stage, visits, done, changes, via } = at;
  turn.state.visits = { ...visits };
  turn.state.done = done;
  if (changes) turn.state.changes = changes;
  enterStage(turn, stage, { via, by });
  if (via === 'reopened') disarm(turn);
}
