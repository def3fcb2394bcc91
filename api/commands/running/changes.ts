import type { Transaction } from '#prisma/client.ts';

export type ChangeTopic =
  | 'deal'
  | 'task'
  | 'board'
  | 'notification'
  | 'process'
  | 'admin'
  /** Sessions of a person have ended: told to no screen, but their streams look whether they may go on. */
  | 'session';

/** What a task of a role is announced by; null for one of a department or person. */
export function roleRef(role: string | null | undefined): string | null {
  return role ? `role:${role}` : null;
}

/**
 * Tells the screens what to look at again. The refs of a task are the department, the role and the people
 * who have or had it; of a notification the person; else the id.
 */
export async function announce(
  tx: Pick<Transaction, '$executeRaw'>,
  changes: readonly (readonly [ChangeTopic, string | null | undefined])[],
): Promise<void> {
  const rows = changes.filter((row): row is readonly [ChangeTopic, string] => Boolean(row[1]));
  if (rows.length === 0) return;
  const topics = rows.map(([topic]) => topic);
  const refs = rows.map(([, ref]) => ref);
  await tx.$executeRaw`
    WITH changed AS (
      INSERT INTO change (topic, ref) SELECT * FROM unnest(${topics}::text[], ${refs}::text[])
    )
    SELECT pg_notify('stagewright_change', '')`;
}
