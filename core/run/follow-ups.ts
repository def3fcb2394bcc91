import type { FollowUpDefinition } from '../definition/definition.ts';
import { isClosed } from './ends.ts';
import { own } from './own.ts';
import type { Incident, RunState } from './run-state.ts';
import type { Turn } from './turn.ts';

/** What the effect that lets the deal go on in another process is called. */
export const onward = 'continueIn';

/**
 * Whether nothing more can happen to a run: it is closed, and what follows from it has been started.
 * What could not be waits for a person, as an incident of the closed deal.
 */
export function hasEnded(state: RunState): boolean {
  return isClosed(state) && !state.incidents.some(({ follows }) => follows !== undefined);
}

/** Asks for a follow-up; `after`: the incident, now closed, for which it is asked for again. */
export function askFollowUp(turn: Turn, followUp: FollowUpDefinition, after?: Incident): void {
  const { id, process, fields, after: delay } = followUp;
  turn.effects.push({
    key: keyOf(`follow:${id}`, after),
    kind: 'followUp',
    process,
    fields,
    ...(delay ? { after: delay } : {}),
  });
  turn.facts.push({ type: 'FollowUpRequested', process, followUp: id });
}

/** Lets the deal go on in another process, as the exit by which it left its stage says. */
export function askOnward(turn: Turn, by: string | undefined, after?: Incident): void {
  const exit = turn.stage?.stage.exits.find(({ id }) => id === by);
  if (!exit?.continueIn) return;
  turn.state.continuedBy = exit.id;
  turn.effects.push({ key: keyOf(onward, after), kind: 'continueIn', ...exit.continueIn });
}

function keyOf(name: string, after: Incident | undefined): string {
  return after === undefined ? name : `${name}:${after.id}`;
}

/** Asks again for what an incident, now closed, tells of. */
export function askAgain(turn: Turn, incident: Incident): void {
  const { state, definition } = turn;
  const { follows } = incident;
  if (follows === onward) return askOnward(turn, state.continuedBy, incident);
  const followUps = own(definition.then ?? {}, state.status === 'lost' ? 'lost' : 'won') ?? [];
  const followUp = followUps.find(({ id }) => `follow:${id}` === follows);
  if (followUp) askFollowUp(turn, followUp, incident);
}
