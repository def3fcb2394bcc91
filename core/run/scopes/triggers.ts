import type { Condition } from '../../condition/condition.ts';
import type { ProcessDefinition, TriggerDefinition } from '../../definition/definition.ts';
import { closeIncident, openIncident } from '../incidents/incidents.ts';
import { clockSlots, followClockTrigger } from '../clocks/process-clocks.ts';
import { followRailTrigger } from './rails.ts';
import { own } from '../state/own.ts';
import { read } from '../state/reading.ts';
import type { Operands } from '../contract/fact.ts';
import type { Incident } from '../state/run-state.ts';
import type { Occurrence } from '../state/occurred.ts';
import type { Turn } from '../state/turn.ts';

/** One trigger of a process clock or rail, and what it does. */
interface Drawn {
  /** Of the clock or rail. */
  id: string;
  /** Unique in the process. */
  key: string;
  trigger: TriggerDefinition;
  follow: (turn: Turn, operands?: Operands) => void;
}

/** Definitions are immutable, so the triggers of each are listed once. */
const listed = new WeakMap<ProcessDefinition, Drawn[]>();

/** Whether an incident is about the trigger, or the silence, of a process clock or rail. */
export function isOfTrigger(definition: ProcessDefinition, { element, step }: Incident): boolean {
  if (step !== undefined) return false;
  const { clocks = [], rails = [] } = definition;
  return [...clocks, ...rails].some(({ id }) => id === element);
}

/** Follows the triggers of what has happened, in that order; conditions are read with the start. */
export function fireTriggers(turn: Turn): void {
  const occurred = turn.occurred;
  turn.occurred = [];
  for (const occurrence of occurred) {
    for (const drawn of triggersOf(turn.definition)) {
      if (isFor(drawn.trigger, occurrence)) drawn.follow(turn);
    }
    if (occurrence.on === 'start') readTriggers(turn);
  }
}

/** Reads every trigger that is a condition; it fires when it becomes true. */
export function readTriggers(turn: Turn): void {
  for (const drawn of triggersOf(turn.definition)) {
    if (drawn.trigger.on === 'when') readTrigger(turn, drawn, drawn.trigger.when);
  }
}

/** One that errs is an incident of its clock or rail, once, and is as it was. */
function readTrigger(turn: Turn, { id, key, follow }: Drawn, when: Condition): void {
  const { state } = turn;
  const reading = read(state, when);
  const { operands } = reading;
  const known = state.incidents.find((each) => each.trigger === key);
  if (!reading.ok) {
    if (!known) openIncident(turn, { element: id, trigger: key, code: reading.code }, operands);
    return;
  }
  if (known) closeIncident(turn, known, { as: 'cleared', by: null });
  const was = own(state.triggers ?? {}, key) === true;
  state.triggers ??= {};
  if (reading.value) state.triggers[key] = true;
  else delete state.triggers[key];
  if (reading.value && !was) follow(turn, operands);
}

function triggersOf(definition: ProcessDefinition): Drawn[] {
  let triggers = listed.get(definition);
  if (!triggers) listed.set(definition, (triggers = listTriggers(definition)));
  return triggers;
}

function listTriggers({ clocks = [], rails = [] }: ProcessDefinition): Drawn[] {
  const ofClocks = clocks.flatMap((clock) =>
    clockSlots.flatMap((slot): Drawn[] => {
      const trigger = clock[slot];
      if (!trigger) return [];
      const follow = (turn: Turn) => followClockTrigger(turn, clock, slot);
      return [{ id: clock.id, key: `${clock.id}:${slot}`, trigger, follow }];
    }),
  );
  const ofRails = rails.flatMap((rail): Drawn[] => {
    const { id, from } = rail;
    if (rail.trigger.on === 'silence') return [];
    // A rail's start is the entry of its first stage.
    const isStart = rail.trigger.on === 'start';
    const trigger = isStart ? ({ on: 'stage', stage: from } as const) : rail.trigger;
    const follow: Drawn['follow'] = (turn, operands) => followRailTrigger(turn, rail, operands);
    return [{ id, key: `rail:${id}`, trigger, follow }];
  });
  return [...ofClocks, ...ofRails];
}

function isFor(trigger: TriggerDefinition, occurrence: Occurrence): boolean {
  switch (trigger.on) {
    case 'start':
      return occurrence.on === 'start';
    case 'event':
      return occurrence.on === 'event' && occurrence.event === trigger.event;
    case 'stage':
      return occurrence.on === 'stage' && occurrence.stage === trigger.stage;
    case 'step':
      return (
        occurrence.on === 'step' &&
        occurrence.stage === trigger.stage &&
        occurrence.step === trigger.step
      );
    case 'when':
      return false;
  }
}
