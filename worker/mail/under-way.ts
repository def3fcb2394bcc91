/** How many hand-overs there may be, and from when on one counts as slow. */
export interface Room {
  /** Quick ones at once. */
  quick: number;
  /** All at once, those that wait for a slow server among them. */
  all: number;
  slowAfterMs: number;
}

/**
 * The hand-overs of a relay. One whose server takes its time gives its place to another mail, as long
 * as there is room for all: a slow server holds up its own mails, not the others.
 */
export class UnderWay {
  readonly #room: Room;
  readonly #changed: () => void;
  readonly #works = new Map<string, Promise<void>>();
  readonly #slow = new Set<string>();

  /** `changed` is called when there may be room again. */
  constructor(room: Room, changed: () => void) {
    this.#room = room;
    this.#changed = changed;
  }

  get ids(): string[] {
    return [...this.#works.keys()];
  }

  /** How many more may begin now. */
  get free(): number {
    const quick = this.#works.size - this.#slow.size;
    return Math.max(0, Math.min(this.#room.quick - quick, this.#room.all - this.#works.size));
  }

  /** Takes up work that does not fail. */
  add(id: string, work: Promise<void>): void {
    const timer = setTimeout(() => {
      this.#slow.add(id);
      this.#changed();
    }, this.#room.slowAfterMs);
    const over = work.finally(() => {
      clearTimeout(timer);
      this.#works.delete(id);
      this.#slow.delete(id);
      this.#changed();
    });
    this.#works.set(id, over);
  }

  /** When all that is under way now has ended. */
  async ended(): Promise<void> {
    await Promise.all(this.#works.values());
  }
}
