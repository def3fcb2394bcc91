import type { ProcessDefinition } from '../definition/definition.ts';
import { passDues, wakeAtOf } from './clocks/due.ts';
import { isAsking } from './contract/asking.ts';
import type { Effect } from './contract/effect.ts';
import type { RunEvent } from './contract/event.ts';
import type { Fact } from './contract/fact.ts';
import type { Reply } from './contract/reply.ts';
import type { RunState } from './state/run-state.ts';
import { takeEvent } from './take-event.ts';
import { openTurn } from './state/turn.ts';

export interface Folded {
  state: RunState;
  facts: Fact[];
  effects: Effect[];
  /** `replies[k]` belongs to `events[k]`, for the first `used` events. */
  replies: Reply[];
  /** How many events were consumed; the rest waits behind the answers (E22). */
  used: number;
  /** Epoch ms, later than `now`; absent when nothing is due. */
  wakeAt?: number;
}

/**
 * Folds events into a run's state: the whole engine, pure. At `now` (epoch ms) first what was due
 * before it, then the events in order, then what is due at it (E20). Ends after the first event
 * that asks the world, or before the next where what it had put off asks (E22). The state given is
 * not changed; refused events change nothing; nothing is ever thrown.
 */
export function stepAll(
  definition: ProcessDefinition,
  state: RunState,
  events: RunEvent[],
  now: number,
): Folded {
  const turn = openTurn(definition, state, now);
  const replies: Reply[] = [];
  for (const event of events) {
    const before = turn.effects.length;
    const hasAsked = () => turn.effects.slice(before).some(isAsking);
    passDues(turn, now, 'before');
    // What the event before had put off may ask as well.
    if (replies.length > 0 && hasAsked()) break;
    replies.push(takeEvent(turn, event));
    if (hasAsked()) break;
  }
  passDues(turn, now, 'included');
  const { facts, effects } = turn;
  const wakeAt = wakeAtOf(turn.state);
  const folded = { state: turn.state, facts, effects, replies, used: replies.length };
  return wakeAt === undefined ? folded : { ...folded, wakeAt };
}

/** Folds one event. */
export function step(
  definition: ProcessDefinition,
  state: RunState,
  event: RunEvent,
  now: number,
): Omit<Folded, 'used'> {
  const { used: _used, ...folded } = stepAll(definition, state, [event], now);
  return folded;
}
