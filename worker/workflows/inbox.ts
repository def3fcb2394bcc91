import type { RunEvent } from '#core/run/contract/event.ts';
import type { Carried } from '#core/run/contract/run-contract.ts';
import type { Reply } from '#core/run/contract/reply.ts';

/** How many ids of messages survive continue-as-new: 500 were seen to be too few. */
const REMEMBERED = 1_000;

interface Waiting {
  answer: (reply: Reply) => void;
  fail: (error: Error) => void;
}

/** Messages of a run: those to be folded, who waits for an answer, and the ids already taken in. */
export class Inbox {
  #queue: RunEvent[];
  readonly #seen: Set<string>;
  readonly #waiting = new Map<string, Waiting[]>();

  constructor(carried: Pick<Carried, 'queue' | 'seen'>) {
    this.#queue = [...carried.queue];
    this.#seen = new Set(carried.seen);
  }

  get size(): number {
    return this.#queue.length;
  }

  /** True while a caller waits for the answer to an Update. */
  get awaited(): boolean {
    return this.#waiting.size > 0;
  }

  has(id: string): boolean {
    return this.#seen.has(id);
  }

  put(event: RunEvent): void {
    if (this.#seen.has(event.id) || this.#queue.some(({ id }) => id === event.id)) return;
    this.#queue.push(event);
  }

  /** Before anything else: the answers to the batch just written. */
  putFirst(event: RunEvent): void {
    this.#queue.unshift(event);
  }

  /** The start is folded again, standing with its process or not (E19). */
  startAnew(freeze: string | null): void {
    this.#queue = this.#queue.map((event) => {
      if (event.kind !== 'start') return event;
      const { freeze: _before, ...start } = event;
      return freeze === null ? start : { ...start, freeze };
    });
  }

  /** Commands on a task that was changed since are folded again, to be refused (E25). */
  markOvertaken(ids: readonly string[]): void {
    this.#queue = this.#queue.map((event) =>
      ids.includes(event.id) ? ({ ...event, overtaken: true } as RunEvent) : event,
    );
  }

  /** Queues an event and resolves with its reply, after the commit. */
  ask(event: RunEvent): Promise<Reply> {
    this.put(event);
    return new Promise((answer, fail) => {
      this.#waiting.set(event.id, [...(this.#waiting.get(event.id) ?? []), { answer, fail }]);
    });
  }

  peek(count: number): RunEvent[] {
    return this.#queue.slice(0, count);
  }

  /**
   * Closes a turn: `taken` events were at its head, `events` are what was committed (another order
   * may have been stored). What was taken in vain comes back, ticks excepted. Accepted ids are
   * remembered, and whoever waits is answered; a repeat that came meanwhile shares the answer.
   */
  settle(taken: number, events: RunEvent[], replies: Reply[]): void {
    const settled = new Set(events.map(({ id }) => id));
    const back = this.#queue.slice(0, taken).filter(({ kind }) => kind !== 'tick');
    this.#queue = [...back, ...this.#queue.slice(taken)].filter(({ id }) => !settled.has(id));
    events.forEach((event, k) => {
      const own = event.kind === 'tick' || event.kind === 'answers';
      if (!own && replies[k]?.ok) this.#seen.add(event.id);
      this.#answer(event.id, replies[k] ?? { ok: true });
    });
  }

  /** Fails everyone who waits, and forgets what they asked for. */
  failAll(error: Error): void {
    this.#queue = this.#queue.filter(({ id }) => !this.#waiting.has(id));
    for (const waiting of [...this.#waiting.values()].flat()) waiting.fail(error);
    this.#waiting.clear();
  }

  carry(): Pick<Carried, 'queue' | 'seen'> {
    return { queue: this.#queue, seen: [...this.#seen].slice(-REMEMBERED) };
  }

  #answer(id: string, reply: Reply): void {
    for (const waiting of this.#waiting.get(id) ?? []) waiting.answer(reply);
    this.#waiting.delete(id);
  }
}
