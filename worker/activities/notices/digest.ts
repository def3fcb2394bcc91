import type { DigestItem } from './notice-data.ts';
import type { Turn } from '../batch/turn.ts';

/** More notices of escalations than this to one person within the window become a digest. */
const SINGLE = 5;
const WINDOW_MS = 15 * 60_000;
/** More lines than this say nothing that the number does not. */
const LINES = 50;

export interface DigestData {
  count: number;
  items: DigestItem[];
}

/**
 * Keeps others from counting a person's notices meanwhile. All people of a batch at once, in one
 * order: two batches cannot wait for each other.
 */
export async function lockBells({ tx }: Turn, people: string[]): Promise<void> {
  for (const id of [...new Set(people)].sort()) {
    await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${`bell:${id}`}, 0))`;
  }
}

/**
 * Puts an escalation into the person's digest when many came shortly before: one line in the bell
 * list that counts on, and one mail at the end of the window. Answers whether it did.
 */
export async function intoDigest(
  turn: Turn,
  personId: string,
  key: string,
  item: DigestItem,
): Promise<boolean> {
  const { tx, at, changes } = turn;
  const since = new Date(at.getTime() - WINDOW_MS);
  const open = await tx.notification.findFirst({
    where: { personId, kind: 'digest', at: { gt: since } },
    orderBy: { at: 'desc' },
    select: { id: true, data: true },
  });
  if (open) {
    const { count, items } = open.data as unknown as DigestData;
    const data = { count: count + 1, items: [...items, item].slice(0, LINES) };
    await tx.notification.update({
      where: { id: open.id },
      data: { data: data as object, readAt: null },
      select: { id: true },
    });
    changes.add('notification', personId);
    return true;
  }
  const where = { personId, kind: 'escalation', at: { gt: since } };
  if ((await tx.notification.count({ where })) < SINGLE) return false;
  await openDigest(turn, personId, key, item);
  return true;
}

async function openDigest(turn: Turn, personId: string, of: string, item: DigestItem) {
  const { tx, batch, at, changes } = turn;
  const key = `digest:${of}:${personId}`;
  const row = { personId, dealId: batch.dealId, runNo: batch.runNo, key };
  const data = { count: 1, items: [item] };
  const { id } = await tx.notification.create({
    data: { ...row, kind: 'digest', data: data as object, at },
    select: { id: true },
  });
  await tx.message.create({
    data: {
      ...row,
      kind: 'notice',
      template: { kind: 'digest', notification: id },
      notBefore: new Date(at.getTime() + WINDOW_MS),
    },
    select: { id: true },
  });
  changes.add('notification', personId);
  changes.addWork('mail');
}
