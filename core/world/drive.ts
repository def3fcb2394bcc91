import type { ProcessDefinition } from '../definition/definition.ts';
import { isAsking } from '../run/contract/asking.ts';
import type { Effect } from '../run/contract/effect.ts';
import type { RunEvent } from '../run/contract/event.ts';
import type { Fact } from '../run/contract/fact.ts';
import { initialState } from '../run/state/initial-state.ts';
import type { Reply } from '../run/contract/reply.ts';
import type { RunState } from '../run/state/run-state.ts';
import { stepAll, type Folded } from '../run/step.ts';
import type { World } from './world.ts';
import { answer } from './answer.ts';

/** One fold as it was made: enough to make it again, and what came of it. */
export interface Fold {
  events: RunEvent[];
  /** Epoch ms. */
  now: number;
  facts: Fact[];
}

/**
 * One deal driven through the engine as in production, without a server: folds events, answers what
 * is asked before anything else (E22), wakes the run at each of its alarms, and keeps all that came
 * out. `now` and `wakeAt` are epoch ms. Pure: time passes only when it is told to.
 */
export class Drive {
  definition: ProcessDefinition;
  readonly world: World;
  state: RunState = initialState();
  now: number;
  wakeAt: number | undefined;
  readonly facts: Fact[] = [];
  readonly effects: Effect[] = [];
  readonly folds: Fold[] = [];

  constructor(definition: ProcessDefinition, world: World, now: number) {
    this.definition = definition;
    this.world = world;
    this.now = now;
  }

  /** Folds events at this instant, all of them, with the answers that belong between. */
  fold(events: RunEvent[]): Reply[] {
    const replies: Reply[] = [];
    let queue = events;
    while (queue.length > 0) {
      const folded = this.foldOnce(queue);
      const used = queue.slice(0, folded.used);
      used.forEach((e, k) => e.kind === 'answers' || replies.push(folded.replies[k]!));
      queue = queue.slice(folded.used);
      this.keep(folded, used);
      if (!folded.effects.some(isAsking)) continue;
      const answers = answer(folded.effects, this.world);
      queue = [{ id: `answers:${this.folds.length}`, kind: 'answers', answers }, ...queue];
    }
    return replies;
  }

  /** Wakes the run at each of its alarms before an instant; `woken` is called after each. */
  wakeBefore(instant: number, woken: () => void = () => undefined): void {
    while (this.wakeAt !== undefined && this.wakeAt < instant) {
      this.now = this.wakeAt;
      this.fold([{ id: `tick:${this.folds.length}`, kind: 'tick' }]);
      woken();
    }
  }

  /** One fold of the engine, without answers. */
  protected foldOnce(events: RunEvent[]): Folded {
    return stepAll(this.definition, this.state, events, this.now);
  }

  private keep({ state, facts, effects, wakeAt }: Folded, events: RunEvent[]): void {
    this.folds.push({ events, now: this.now, facts });
    this.state = state;
    this.wakeAt = wakeAt;
    this.facts.push(...facts);
    this.effects.push(...effects);
  }
}
