import { Prisma } from '#prisma/generated/client.ts';
import type { Database, Transaction } from '#prisma/client.ts';
import { causeOf } from './cause-of.ts';
import type { Log } from './log.ts';
import { isOutage } from './outage.ts';

export type OutboxKind = 'mail' | 'mailResult' | 'webhook' | 'webhookResult' | 'start' | 'signal';

/** Which row of which outbox. */
export interface OutboxRow {
  kind: OutboxKind;
  ref: string;
  dealId: string | null;
}

const FIRST_REST_SECONDS = 15;
const LONGEST_REST_SECONDS = 900;

/**
 * Sets a row aside that could not be worked on: it rests, longer each time, while the others go on, and
 * "What runs" shows it with its cause. Answers how often that happened to it. While Temporal is away no
 * row is set aside.
 * @throws the error itself, when it is an outage
 */
export async function setAside(
  { database, log }: { database: Database; log: Log },
  { kind, ref, dealId }: OutboxRow,
  error: unknown,
): Promise<number> {
  if (isOutage(error)) throw error;
  log.error({ error, kind, ref }, 'a row of an outbox was set aside');
  const [row] = await database.$queryRaw<{ attempts: number }[]>`
    INSERT INTO set_aside AS s (kind, ref, deal_id, cause, next_at)
    VALUES (${kind}, ${ref}, ${dealId}, ${causeOf(error)}, now() + ${FIRST_REST_SECONDS}::int * interval '1 second')
    ON CONFLICT (kind, ref) DO UPDATE SET cause = excluded.cause, attempts = s.attempts + 1,
      next_at = now() + least(${FIRST_REST_SECONDS}::int * power(2, least(s.attempts, 20)), ${LONGEST_REST_SECONDS}::int) * interval '1 second'
    RETURNING attempts`;
  return row?.attempts ?? 1;
}

/** True for a row that does not rest; `ref` is the SQL of its id. */
export function mayBeTried(kind: OutboxKind, ref: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (
    SELECT 1 FROM set_aside s WHERE s.kind = ${kind} AND s.ref = ${ref} AND s.next_at > now())`;
}

/** The row has been worked on, or is given up: it is no longer set aside. */
export async function takeBack(
  tx: Pick<Transaction, 'setAside'>,
  { kind, ref }: Pick<OutboxRow, 'kind' | 'ref'>,
): Promise<void> {
  await tx.setAside.deleteMany({ where: { kind, ref } });
}
