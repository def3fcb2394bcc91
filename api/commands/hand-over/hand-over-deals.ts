import { randomUUID } from 'node:crypto';
import type { Transaction } from '#prisma/client.ts';
import type { HandOver } from '../../contract/admin.ts';
import { share, takersOf } from './shares.ts';

interface DealRef {
  id: string;
  runNo: number;
}

/** What the outbox holds of a person's hand-over; the rest of the id is the act's. */
export const handOverPrefix = (personId: string) => `hand-over:${personId}:`;

/**
 * Leaves a new owner for every open deal of a person in the outbox of the runs, in one statement: the relay tells each
 * run, after a crash too. A deal that has got another owner meanwhile keeps that one (E25). Answers who gets how many.
 */
export async function handOverDeals(
  tx: Transaction,
  personId: string,
  choice: HandOver['deals'],
  act: { by: string; now: Date },
): Promise<{ to: string; dealId: string }[]> {
  if (choice.to === 'nobody') return [];
  const takers = await takersOf(tx, 'deals', choice, act.now);
  const deals = await tx.$queryRaw<DealRef[]>`
    SELECT id, run_no AS "runNo" FROM deal
    WHERE owner_id = ${personId} AND state IN ('starting', 'open', 'on_hold', 'planned') ORDER BY id`;
  const shares = share(deals, takers);
  const eventId = `${handOverPrefix(personId)}${randomUUID()}`;
  await tx.$executeRaw`
    INSERT INTO run_signal (deal_id, run_no, event_id, event)
    SELECT deal, no, ${eventId}, jsonb_build_object('id', ${eventId}::text, 'kind', 'setOwner',
      'by', ${act.by}::text, 'owner', owner, 'from', ${personId}::text)
    FROM unnest(${shares.map(({ piece }) => piece.id)}::text[],
      ${shares.map(({ piece }) => piece.runNo)}::int[],
      ${shares.map(({ to }) => to)}::text[]) AS given(deal, no, owner)`;
  await tx.$executeRaw`SELECT pg_notify('stagewright_outbox', '')`;
  return shares.map(({ piece, to }) => ({ to, dealId: piece.id }));
}
