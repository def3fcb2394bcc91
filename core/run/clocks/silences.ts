import type { RailDefinition } from '../../definition/definition.ts';
import type { Answers, StepRef } from '../contract/event.ts';
import { own } from '../state/own.ts';
import { nextSerial, type Turn } from '../state/turn.ts';

type Silent = Extract<RailDefinition['trigger'], { on: 'silence' }>;
type Was = { due: number; at: number };

/** Asks when the silence of a rail has lasted long enough (E22); a rail that has run for good asks not. */
export function measureSilence(turn: Turn, { id, trigger, again }: RailDefinition): void {
  if (trigger.on !== 'silence') return;
  if (!again && own(turn.state.visits, id) !== undefined) return;
  ask(turn, id, trigger);
}

/** After a freeze the silence goes on with what was left of it (E19). */
export function shiftSilences(turn: Turn, frozenAt: number): void {
  for (const { id, trigger } of turn.definition.rails ?? []) {
    const at = own(turn.state.silences ?? {}, id)?.at;
    if (at === undefined || trigger.on !== 'silence') continue;
    ask(turn, id, trigger, { due: at, at: frozenAt });
  }
}

function ask(turn: Turn, rail: string, { after }: Silent, was?: Was): void {
  const cycle = nextSerial(turn);
  turn.state.silences = { ...turn.state.silences, [rail]: { cycle } };
  turn.effects.push({
    key: `silence:${rail}:${cycle}`,
    kind: 'startTimer',
    wait: refOfSilence(turn, rail, cycle),
    from: turn.now,
    duration: after,
    ...(was && { was }),
    calendar: { calendar: turn.definition.calendar },
  });
}

/** The timer of a rail's silence has no step; its round tells which silence is meant. */
function refOfSilence(turn: Turn, stage: string, round: number): StepRef {
  return { stage, step: '', visit: own(turn.state.visits, stage) ?? 0, round };
}

/** The world says when the silence is over; what it says of an earlier one is left alone. */
export function takeSilence(turn: Turn, { stage, round, at }: Answers['timers'][number]): void {
  const silence = own(turn.state.silences ?? {}, stage);
  if (silence?.cycle !== round || !turn.state.silences) return;
  turn.state.silences[stage] = { cycle: round, at };
}

/** The silence has lasted: it is not measured on until one of its events has come. */
export function endSilence(turn: Turn, rail: string): void {
  const silence = own(turn.state.silences ?? {}, rail);
  if (silence && turn.state.silences) turn.state.silences[rail] = { cycle: silence.cycle };
}
