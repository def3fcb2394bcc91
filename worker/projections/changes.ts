import type { Transaction } from '#prisma/client.ts';

export type ChangeTopic = 'deal' | 'task' | 'notification' | 'board';

/** What screens must look at again: gathered while a batch is written, announced when it commits. */
export class Changes {
  readonly #tx: Transaction;
  readonly #rows = new Map<string, { topic: ChangeTopic; ref: string }>();
  #mail = false;

  constructor(tx: Transaction) {
    this.#tx = tx;
  }

  add(topic: ChangeTopic, ...refs: (string | null | undefined)[]): void {
    for (const ref of refs) if (ref) this.#rows.set(`${topic}:${ref}`, { topic, ref });
  }

  /** There is mail to send. */
  addMail(): void {
    this.#mail = true;
  }

  /** Listeners hear of it when the transaction has committed, and not before. */
  async publish(): Promise<void> {
    const rows = [...this.#rows.values()];
    const topics = rows.map(({ topic }) => topic);
    const refs = rows.map(({ ref }) => ref);
    const channels = [
      ...(rows.length > 0 ? ['stagewright_change'] : []),
      ...(this.#mail ? ['stagewright_mail'] : []),
    ];
    if (channels.length === 0) return;
    await this.#tx.$executeRaw`
      WITH changed AS (
        INSERT INTO change (topic, ref) SELECT * FROM unnest(${topics}::text[], ${refs}::text[])
      )
      SELECT pg_notify(channel, '') FROM unnest(${channels}::text[]) AS channel`;
  }
}
