import type { TestDatabase } from '../../support/postgres.ts';

/** Pictures need what only a broken connection brings about: mails without an answer, and rows that are set aside. */
export async function makeDoubts(database: TestDatabase): Promise<void> {
  await database.query(`
    UPDATE message SET state = 'unconfirmed', accepted_at = NULL, server_reply = NULL, last_error = 'time-out',
      data_sent_at = now() - interval '4 minutes', lease_until = now() + interval '1 day', doubt_until = now() + interval '6 minutes'
    WHERE kind = 'step' AND deal_id IN (
      SELECT id FROM deal WHERE process_key = 'PV-01' AND state = 'open' AND stage = 'prepare')`);
  await database.query(`
    INSERT INTO set_aside (kind, ref, deal_id, cause, since, attempts, next_at)
    SELECT kind, gen_random_uuid()::text, d.id, cause, now() - interval '3 hours', attempts, now() + interval '20 minutes'
    FROM (SELECT id FROM deal WHERE state = 'open' ORDER BY number LIMIT 1) d,
      (VALUES ('mail', 'The template says {{ deal.roof }}, and the process has no such field any more.', 7),
              ('start', 'The calendar “pl-office” is not there.', 2)) AS row (kind, cause, attempts)`);
}
