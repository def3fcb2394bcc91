import type { Value } from '../../condition/condition.ts';
import type { ProcessDefinition } from '../../definition/definition.ts';
import type { Clock } from '../../run/state/clock-state.ts';
import type { Effect } from '../../run/contract/effect.ts';
import type { RunEvent, StepRef } from '../../run/contract/event.ts';
import type { Fact } from '../../run/contract/fact.ts';
import type { Reply } from '../../run/contract/reply.ts';
import type { Folded } from '../../run/step.ts';
import type { World } from '../world.ts';
import { Drive } from '../drive.ts';
import { sampleWorld } from './sample-world.ts';

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;
/** An event without its id; `by` is `anna` unless told. */
export type Sent = Without<RunEvent, 'id' | 'by'> & { id?: string; by?: string | null };

export const monday = Date.UTC(2026, 8, 7, 7);

/** A deal under test: the driver with frozen input, and short ways to say what happens. */
export class Deal extends Drive {
  private sent = 0;

  constructor(definition: ProcessDefinition, world: World = sampleWorld) {
    super(deepFreeze(definition), world, monday);
  }

  protected override foldOnce(events: RunEvent[]): Folded {
    deepFreeze(this.state);
    return super.foldOnce(deepFreeze(events));
  }

  /** Registers the deal, owned by `olga`; with `freeze` on a process that stands. */
  start(values: Record<string, Value> = {}, by: string | null = 'olga', freeze?: string): this {
    this.send({ kind: 'start', owner: by, values, isSet: {}, ...(freeze && { freeze }) });
    return this;
  }

  /** Sends one event now and answers what it asks. */
  send(event: Sent): Reply {
    const complete = { id: `e${(this.sent += 1)}`, by: 'anna', ...event } as RunEvent;
    return this.fold([complete])[0]!;
  }

  /** Lets time pass, waking the run at each of its alarms. */
  passTo(instant: number): this {
    this.wakeBefore(instant + 1);
    this.now = instant;
    return this;
  }

  pass(ms: number): this {
    return this.passTo(this.now + ms);
  }

  /** The current occurrence of a step of the current stage, of a repeated task its attempt at hand. */
  ref(step: string): StepRef {
    const { stage, visits, steps } = this.state;
    const { round = 1, attempt = 1, visit = visits[stage] ?? 0 } = steps[step] ?? {};
    const item = attempt > 1 ? { item: String(attempt) } : {};
    return { stage, step, visit, round, ...item };
  }

  /** An occurrence of a step of a rail, or of a stage that was left with it under way. */
  refIn(frame: string, step: string): StepRef {
    const { visits, sides = {} } = this.state;
    const { round = 1, visit = visits[frame] ?? 0 } = sides[frame]?.steps[step] ?? {};
    return { stage: frame, step, visit, round };
  }

  decide(ref: StepRef, item: string, decision: 'approved' | 'rejected', by = 'lena'): Reply {
    const approval = { ...ref, item };
    return this.send({ kind: 'decide', approval, decision, submission: null, by });
  }

  completeItem(step: string, item: string, outcome = 'yes', by = 'anna'): Reply {
    const task = { ...this.ref(step), item };
    const none = { submission: null, values: {}, isSet: {} };
    return this.send({ kind: 'complete', task, outcome, by, ...none });
  }

  complete(step: string, outcome = 'done', values: Record<string, string | number> = {}): Reply {
    const task = this.ref(step);
    return this.send({ kind: 'complete', task, outcome, submission: null, values, isSet: {} });
  }

  set(values: Record<string, Value | null>): Reply {
    return this.send({ kind: 'setFields', submission: null, values, isSet: {} });
  }

  /** Brings the deal to another definition. */
  migrateTo(definition: ProcessDefinition): Reply {
    const from = this.definition;
    this.definition = deepFreeze(definition);
    return this.send({ kind: 'migrate', from });
  }

  /** Holds the deal for so many ms from now. */
  hold(ms: number): Reply {
    return this.send({ kind: 'hold', until: this.now + ms, reason: 'waits for a permit' });
  }

  /** The clock whose id begins so. */
  clock(id: string): Clock | undefined {
    return this.state.clocks.find((clock) => clock.id.startsWith(id));
  }

  /** The current occurrence of a step of a rail. */
  railRef(rail: string, step: string): StepRef {
    return this.refIn(rail, step);
  }

  move(
    exit: string,
    more: { reasons?: string[]; override?: { reason: string }; redo?: string[] } = {},
  ): Reply {
    const { stage, visits } = this.state;
    return this.send({ kind: 'move', stage, visit: visits[stage] ?? 0, exit, ...more });
  }

  status(step: string): string | undefined {
    return this.state.steps[step]?.status;
  }

  factsOf<T extends Fact['type']>(type: T): Extract<Fact, { type: T }>[] {
    return this.facts.filter((fact): fact is Extract<Fact, { type: T }> => fact.type === type);
  }

  effectsOf<K extends Effect['kind']>(kind: K): Extract<Effect, { kind: K }>[] {
    return this.effects.filter((e): e is Extract<Effect, { kind: K }> => e.kind === kind);
  }
}

/** Freezes all the way down: the engine must leave what it is given as it is. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
  return value;
}
