import type { FollowUpDefinition } from '../../definition/definition.ts';
import { isClosed } from '../state/ends.ts';
import { chainCode, isChainSpent, nextGeneration } from './generation.ts';
import { own } from '../state/own.ts';
import type { Incident, RunState } from '../state/run-state.ts';
import type { Turn } from '../state/turn.ts';

/** What the effect that lets the deal go on in another process is called. */
export const onward = 'continueIn';

/**
 * Whether nothing more can happen to a run: it is closed, and what follows from it has been started.
 * What could not be waits for a person, as an incident of the closed deal.
 */
export function hasEnded(state: RunState): boolean {
  return isClosed(state) && !state.incidents.some(({ follows }) => follows !== undefined);
}

/**
 * Asks for a follow-up; `after`: the incident, now closed, for which it is asked for again. Answers the code
 * of why it may not be started: one that begins later has a wait before it, one at once may be one too many (E28).
 */
export function askFollowUp(
  turn: Turn,
  followUp: FollowUpDefinition,
  after?: Incident,
): string | undefined {
  const { id, process, fields, after: delay } = followUp;
  if (!delay?.n && isChainSpent(turn.state)) return chainCode;
  turn.effects.push({
    key: keyOf(`follow:${id}`, after),
    kind: 'followUp',
    process,
    fields,
    ...(delay ? { after: delay } : {}),
    ...(delay?.n ? {} : nextGeneration(turn.state)),
  });
  turn.facts.push({ type: 'FollowUpRequested', process, followUp: id });
  return undefined;
}

/** Lets the deal go on in another process, as the exit by which it left its stage says; or answers why not. */
export function askOnward(
  turn: Turn,
  by: string | undefined,
  after?: Incident,
): string | undefined {
  const exit = turn.stage?.stage.exits.find(({ id }) => id === by);
  if (!exit?.continueIn) return undefined;
  turn.state.continuedBy = exit.id;
  if (isChainSpent(turn.state)) return chainCode;
  const key = keyOf(onward, after);
  const next = nextGeneration(turn.state);
  turn.effects.push({ key, kind: 'continueIn', ...exit.continueIn, ...next });
  return undefined;
}

function keyOf(name: string, after: Incident | undefined): string {
  return after === undefined ? name : `${name}:${after.id}`;
}

/** Asks again for what an incident, now closed, tells of; it was closed by a person, so no chain is spent. */
export function askAgain(turn: Turn, incident: Incident): void {
  const { state, definition } = turn;
  const { follows } = incident;
  if (follows === onward) {
    askOnward(turn, state.continuedBy, incident);
    return;
  }
  const followUps = own(definition.then ?? {}, state.status === 'lost' ? 'lost' : 'won') ?? [];
  const followUp = followUps.find(({ id }) => `follow:${id}` === follows);
  if (followUp) askFollowUp(turn, followUp, incident);
}
