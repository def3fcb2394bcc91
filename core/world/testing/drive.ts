import type { ProcessDefinition } from '../../definition/definition.ts';
import { isAsking } from '../../run/asking.ts';
import type { Clock } from '../../run/clock-state.ts';
import type { Effect } from '../../run/effect.ts';
import type { RunEvent, StepRef } from '../../run/event.ts';
import type { Fact } from '../../run/fact.ts';
import { initialState } from '../../run/initial-state.ts';
import type { Reply } from '../../run/reply.ts';
import type { RunState } from '../../run/run-state.ts';
import { stepAll } from '../../run/step.ts';
import { answer, type World } from '../answer.ts';
import { sampleWorld } from './sample-world.ts';

/** One fold as it was made: enough to make it again. */
export interface Fold {
  events: RunEvent[];
  now: number;
}

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;
/** An event without its id; `by` is `anna` unless told. */
export type Sent = Without<RunEvent, 'id' | 'by'> & { id?: string; by?: string | null };

export const monday = Date.UTC(2026, 8, 7, 7);

/** A deal under test: folds events, answers what is asked, and keeps all that came out. */
export class Deal {
  definition: ProcessDefinition;
  readonly world: World;
  state: RunState = initialState();
  now = monday;
  wakeAt: number | undefined;
  readonly facts: Fact[] = [];
  readonly effects: Effect[] = [];
  readonly folds: Fold[] = [];
  private sent = 0;

  constructor(definition: ProcessDefinition, world: World = sampleWorld) {
    this.definition = deepFreeze(definition);
    this.world = world;
  }

  /** Registers the deal, owned by `olga`. */
  start(values: Record<string, string | number | boolean> = {}, by: string | null = 'olga'): this {
    this.send({ kind: 'start', owner: by, values, isSet: {} });
    return this;
  }

  /** Sends one event now and answers what it asks. */
  send(event: Sent): Reply {
    const complete = { id: `e${(this.sent += 1)}`, by: 'anna', ...event } as RunEvent;
    return this.fold([complete])[0]!;
  }

  /** Folds events at this instant, all of them, with the answers that belong between. */
  fold(events: RunEvent[]): Reply[] {
    const replies: Reply[] = [];
    let queue = events;
    while (queue.length > 0) {
      const folded = stepAll(this.definition, deepFreeze(this.state), deepFreeze(queue), this.now);
      const used = queue.slice(0, folded.used);
      this.folds.push({ events: used, now: this.now });
      used.forEach((e, k) => e.kind === 'answers' || replies.push(folded.replies[k]!));
      queue = queue.slice(folded.used);
      this.state = folded.state;
      this.wakeAt = folded.wakeAt;
      this.facts.push(...folded.facts);
      this.effects.push(...folded.effects);
      const asked = folded.effects.some(isAsking);
      if (!asked) continue;
      const answers = answer(folded.effects, this.world);
      queue = [{ id: `answers:${this.folds.length}`, kind: 'answers', answers }, ...queue];
    }
    return replies;
  }

  /** Lets time pass, waking the run at each of its alarms. */
  passTo(instant: number): this {
    while (this.wakeAt !== undefined && this.wakeAt <= instant) {
      this.now = this.wakeAt;
      this.send({ kind: 'tick' });
    }
    this.now = instant;
    return this;
  }

  pass(ms: number): this {
    return this.passTo(this.now + ms);
  }

  /** The current occurrence of a step of the current stage. */
  ref(step: string): StepRef {
    const { stage, visits, steps } = this.state;
    return { stage, step, visit: visits[stage] ?? 0, round: steps[step]?.round ?? 1 };
  }

  complete(step: string, outcome = 'done', values: Record<string, string | number> = {}): Reply {
    const task = this.ref(step);
    return this.send({ kind: 'complete', task, outcome, submission: null, values, isSet: {} });
  }

  set(values: Record<string, string | number | boolean | null>): Reply {
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
    const { sides, visits } = this.state;
    const round = sides?.[rail]?.steps[step]?.round ?? 1;
    return { stage: rail, step, visit: visits[rail] ?? 0, round };
  }

  move(exit: string, more: { reasons?: string[]; override?: { reason: string } } = {}): Reply {
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
