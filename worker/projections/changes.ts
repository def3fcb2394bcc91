import type { Transaction } from '#prisma/client.ts';

export type ChangeTopic = 'deal' | 'task' | 'notification' | 'board' | 'admin';

/** What is waiting in an outbox; the channel that its sender listens to is called after it. */
export type Work = 'mail' | 'webhook' | 'outbox';

/** Columns that say whose a task is. */
export const whoseTask = { departmentKey: true, assigneeId: true, role: true } as const;

/** What screens must look at again: gathered while a batch is written, announced when it commits. */
export class Changes {
  readonly #tx: Transaction;
  readonly #rows = new Map<string, { topic: ChangeTopic; ref: string }>();
  readonly #channels = new Set<string>();

  constructor(tx: Transaction) {
    this.#tx = tx;
  }

  add(topic: ChangeTopic, ...refs: (string | null | undefined)[]): void {
    for (const ref of refs) if (ref) this.#rows.set(`${topic}:${ref}`, { topic, ref });
  }

  /** A task: told to whoever has it, and to the department and the role whose queue it is in. */
  addTask(row: { departmentKey: string | null; assigneeId: string | null; role: string | null }) {
    this.add('task', row.departmentKey, row.assigneeId, row.role && `role:${row.role}`);
  }

  /** There is something to be sent: a mail, a webhook, a signal to another run, a start. */
  addWork(...kinds: Work[]): void {
    for (const kind of kinds) this.#channels.add(`stagewright_${kind}`);
  }

  /** Listeners hear of it when the transaction has committed, and not before. */
  async publish(): Promise<void> {
    const rows = [...this.#rows.values()];
    const topics = rows.map(({ topic }) => topic);
    const refs = rows.map(({ ref }) => ref);
    const channels = [...(rows.length > 0 ? ['stagewright_change'] : []), ...this.#channels];
    if (channels.length === 0) return;
    await this.#tx.$executeRaw`
      WITH changed AS (
        INSERT INTO change (topic, ref) SELECT * FROM unnest(${topics}::text[], ${refs}::text[])
      )
      SELECT pg_notify(channel, '') FROM unnest(${channels}::text[]) AS channel`;
  }
}
