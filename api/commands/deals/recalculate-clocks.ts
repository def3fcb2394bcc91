import type { Transaction } from '#prisma/client.ts';

/**
 * A calendar has a new revision: every open deal with something running on it is told to compute its
 * dues anew, in one statement. The signals are rows of this transaction; the worker sends them.
 */
export async function recalculateClocks(
  tx: Transaction,
  { key, revision }: { key: string; revision: number },
): Promise<void> {
  const eventId = `calendar:${key}:${revision}`;
  await tx.$executeRaw`
    INSERT INTO run_signal (deal_id, run_no, event_id, event)
    SELECT d.id, d.run_no, ${eventId},
      jsonb_build_object('id', ${eventId}::text, 'kind', 'recalculate', 'calendar', ${key}::text,
        'revision', ${revision}::int)
    FROM deal d JOIN process_version v ON v.id = d.version_id
    WHERE d.state IN ('starting', 'open', 'on_hold') AND (
      v.definition->>'calendar' = ${key}
      OR EXISTS (SELECT 1 FROM clock c WHERE c.deal_id = d.id AND c.run_no = d.run_no
        AND c.stopped_at IS NULL AND c.calendar_key = ${key}))
    ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`SELECT pg_notify('stagewright_outbox', '')`;
}
