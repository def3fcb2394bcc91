import { isDeepStrictEqual } from 'node:util';
import type { ProcessDefinition } from '#core/definition/definition.ts';
import { isAsking } from '#core/run/contract/asking.ts';
import type { Answers, RunEvent } from '#core/run/contract/event.ts';
import type { Fact } from '#core/run/contract/fact.ts';
import { hasEnded } from '#core/run/ways-out/follow-ups.ts';
import { initialState } from '#core/run/state/initial-state.ts';
import { refusedOf, type Refusal, type Reply } from '#core/run/contract/reply.ts';
import { refuseEarly } from '#core/run/commands/refuse.ts';
import type { RunState } from '#core/run/state/run-state.ts';
import { stepAll } from '#core/run/step.ts';
import { viewOf } from '#core/run/state/view.ts';
import { answer } from '#core/world/answer.ts';
import { historiesOf } from '../worker-history.ts';
import type { World } from '../worker-world.ts';
import type { Played, Sent } from './case.ts';
import { lateTimersOf } from './late-timers.ts';
import { pureWorld } from './organisation.ts';

/** Alarms of dues in hours and days are rung within the minute; the rest is for a slow machine. */
const LATE = 5 * 60_000;
const LAZY = 61_000;

interface Row {
  seq: number;
  now: number;
  events: RunEvent[];
  refused: string[];
  answers: Answers | null;
  facts: Fact[];
}

/**
 * Executes what a run was told once more, by the pure reducer with answers of its own, at the same
 * instants. Answers every difference to what the run did, in words; none when they are the same.
 */
export async function differencesOf(world: World, played: Played): Promise<string[]> {
  const rows = await rowsOf(world, played);
  const again = new Again(played.scenario.definition);
  for (const row of rows) again.take(row);
  again.end(played);
  compareSent(again, rows, played.sent);
  if (again.wakes.length > 0) again.differences.push(...(await ownLateWakes(world, played, again)));
  return again.differences;
}

/** Late wakes of which the run itself is to blame: it had no timer that the server was to fire by then. */
async function ownLateWakes({ client }: World, { deal }: Played, { wakes }: Again) {
  const histories = await historiesOf(client, deal);
  const timers = histories.flatMap(lateTimersOf);
  const isServers = (wakeAt: number) =>
    timers.some(({ due, ended }) => due <= wakeAt + LAZY && ended > wakeAt);
  return wakes.filter(({ wakeAt }) => !isServers(wakeAt)).map(({ told }) => told);
}

async function rowsOf({ database }: World, { deal, report }: Played): Promise<Row[]> {
  const where = { ...deal, seq: { lte: report.seq } };
  const batches = await database.runBatch.findMany({ where, orderBy: { seq: 'asc' } });
  const facts = await database.runFact.findMany({ where, orderBy: [{ seq: 'asc' }, { n: 'asc' }] });
  return batches.map(({ seq, now, events, refused, answers }) => ({
    seq,
    now: Number(now),
    events: events as unknown as RunEvent[],
    refused,
    answers: answers as unknown as Answers | null,
    facts: facts.filter((fact) => fact.seq === seq).map(({ data }) => data as unknown as Fact),
  }));
}

/** The run once more. */
class Again {
  readonly differences: string[] = [];
  /** Wakes that came late, each as it is told. */
  readonly wakes: { wakeAt: number; told: string }[] = [];
  /** Replies by the event's id. */
  readonly replies = new Map<string, Reply[]>();
  /** All states after a batch, by its number: before and after its answers, where it has any. */
  readonly states = new Map<number, RunState[]>();
  readonly definition: ProcessDefinition;
  #state = initialState();
  #pending: Answers | undefined;
  #wakeAt: number | undefined;
  #now = 0;
  #seq = 0;

  constructor(definition: ProcessDefinition) {
    this.definition = definition;
  }

  get hasEnded(): boolean {
    return hasEnded(this.#state);
  }

  take(row: Row): void {
    if (row.events[0]?.kind !== 'answers') this.#takeAnswers();
    this.#checkWake(row);
    const events = row.events.map((event) => this.#own(event, row));
    const folded = stepAll(this.definition, this.#state, events, row.now);
    this.#same(`events used of batch ${row.seq}`, row.events.length, folded.used);
    this.#same(`facts of batch ${row.seq}`, row.facts, folded.facts);
    const refused = refusedOf(events, folded.replies);
    this.#same(`events refused of batch ${row.seq}`, row.refused, refused);
    events.forEach(({ id }, k) => {
      this.replies.set(id, [...(this.replies.get(id) ?? []), folded.replies[k]!]);
    });
    this.#pending = folded.effects.some(isAsking) ? answer(folded.effects, pureWorld) : undefined;
    this.#same(`answers to batch ${row.seq}`, row.answers, this.#pending ?? null);
    this.#keep(row.seq, folded.state, row.now, folded.wakeAt);
  }

  /** The final state, once with and once without the answers that no batch needed. */
  end({ report, now }: Played): void {
    const before = this.#state;
    this.#takeAnswers();
    const same = [before, this.#state].some((state) =>
      isDeepStrictEqual(plain(state), report.state),
    );
    if (!same) this.#same('the final state', report.state, this.#state);
    this.#same('the number of the last batch', report.seq, this.#seq);
    if (this.#wakeAt !== undefined && now > this.#wakeAt + LATE)
      this.#late(`not woken since ${this.#wakeAt}, and it is ${now}`);
  }

  #takeAnswers(): void {
    if (!this.#pending) return;
    const event = { id: `answers:${this.#seq}`, kind: 'answers', answers: this.#pending } as const;
    const folded = stepAll(this.definition, this.#state, [event], this.#now);
    if (folded.facts.length > 0 || folded.effects.length > 0)
      this.differences.push(`answers to batch ${this.#seq} had no batch, but say something`);
    this.#pending = undefined;
    this.#keep(this.#seq, folded.state, this.#now, folded.wakeAt);
  }

  #own(event: RunEvent, { seq }: Row): RunEvent {
    if (event.kind !== 'answers') return event;
    if (!this.#pending) this.differences.push(`batch ${seq} has answers that nobody asked for`);
    return this.#pending ? { ...event, answers: this.#pending } : event;
  }

  #checkWake({ seq, now, events }: Row): void {
    if (now < this.#now) this.differences.push(`batch ${seq} is earlier than the one before`);
    // A lazy alarm may ring early, and share a batch with what came then.
    const isTick = events.every(({ kind }) => kind === 'tick');
    const wakeAt = this.#wakeAt ?? Infinity;
    if (isTick && now < wakeAt) this.differences.push(`batch ${seq} was woken before ${wakeAt}`);
    if (now > wakeAt + LATE)
      this.#late(`batch ${seq} came at ${now}: nothing had woken it at ${wakeAt}`);
  }

  #late(told: string): void {
    this.wakes.push({ wakeAt: this.#wakeAt ?? Infinity, told });
  }

  #keep(seq: number, state: RunState, now: number, wakeAt: number | undefined): void {
    this.#seq = seq;
    this.#state = state;
    this.#now = now;
    this.#wakeAt = wakeAt;
    this.states.set(seq, [...(this.states.get(seq) ?? []), state]);
  }

  #same(what: string, served: unknown, pure: unknown): void {
    if (isDeepStrictEqual(plain(served), plain(pure))) return;
    this.differences.push(`${what}: ${JSON.stringify({ served, pure }, null, 1)}`);
  }
}

/** As it comes back from the servers. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** Nothing lost, nothing twice, and each caller was told what the reducer says. */
function compareSent(again: Again, rows: Row[], sent: Sent[]): void {
  const ids = rows.flatMap(({ events }) => events.map(({ id }) => id));
  for (const { event, seq, outcome } of sent) {
    const { id, kind } = event;
    const times = ids.filter((each) => each === id).length;
    const [reply] = again.replies.get(id) ?? [];
    const wrong = wrongIn(again, { event, seq, outcome }, times, reply);
    if (wrong) again.differences.push(`${kind} ${id}: ${wrong}`);
  }
}

function wrongIn(
  again: Again,
  { event, seq, outcome }: Sent,
  times: number,
  reply: Reply | undefined,
): string | undefined {
  if (times > 1) return `is in ${times} batches`;
  switch (outcome.kind) {
    case 'done':
      if (times === 0) return 'was accepted and is in no batch';
      if (outcome.value && !reply?.ok) return 'was accepted, and the reducer refuses it';
      if (outcome.value && !hasView(again, outcome.value)) return 'was shown another view';
      return undefined;
    case 'refused':
      if (reply)
        return isDeepStrictEqual(plain(reply), outcome.refusal) ? undefined : 'other reply';
      return isRefused(again, event, seq, outcome.refusal)
        ? undefined
        : `was refused without reason: ${JSON.stringify(outcome.refusal)}`;
    case 'gone':
      // It may have come to a workflow task that was lost, the last one; the api then asks the batches.
      return again.hasEnded ? undefined : 'is said to be gone, and the run has not ended';
    default:
      return `came to ${outcome.kind}`;
  }
}

function hasView(again: Again, { seq, view }: { seq: number; view: unknown }): boolean {
  const states = again.states.get(seq) ?? [];
  return states.some((state) => isDeepStrictEqual(plain(viewOf(again.definition, state)), view));
}

/** Refused before it came to the loop, by one of the states since it was sent. */
function isRefused(again: Again, event: RunEvent, since: number, refusal: Refusal): boolean {
  const states = [...again.states].flatMap(([seq, all]) => (seq >= since ? all : []));
  return states.some((state) => {
    return isDeepStrictEqual(plain(refuseEarly(again.definition, state, event)), refusal);
  });
}
