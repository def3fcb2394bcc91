import type { TestDatabase } from '../../support/postgres.ts';

/** Pictures need what only days bring about: overdue work, and notices of it. */
export async function makeLate(database: TestDatabase): Promise<void> {
  await database.query(`
    UPDATE task SET opened_at = opened_at - interval '3 days', due_at = now() - interval '8 hours'
    WHERE id IN (
      SELECT DISTINCT ON (department_key, assignee_id) id FROM task
      WHERE due_at IS NOT NULL AND closed_at IS NULL ORDER BY department_key, assignee_id, due_at, id)`);
  await database.query(`
    UPDATE deal SET stage_entered_at = stage_entered_at - interval '6 days', stage_due_at = now() - interval '1 day'
    WHERE id IN (SELECT id FROM deal WHERE state = 'open' ORDER BY number LIMIT 2)`);
  await database.query(`
    UPDATE task SET waiting = 'customer', waiting_since = now() - interval '1 day', priority = 1
    WHERE id IN (
      SELECT DISTINCT ON (assignee_id) id FROM task
      WHERE closed_at IS NULL AND assignee_id IS NOT NULL ORDER BY assignee_id, due_at DESC, id)`);
  await database.query(`
    UPDATE task SET priority = 2 WHERE closed_at IS NULL AND due_at < now()`);
  await database.query(`
    UPDATE deal SET at_risk_clock = 'stage' WHERE id IN (
      SELECT id FROM deal WHERE state = 'open' AND process_key = 'PV-01' ORDER BY number DESC LIMIT 3)`);
  await database.query(`
    INSERT INTO notification (id, person_id, deal_id, run_no, key, kind, data, at)
    SELECT gen_random_uuid(), p.id, d.id, 1, 'picture:' || d.id, 'escalation',
      jsonb_build_object('stageName', 'Prepare the offer', 'level', 'manager', 'due', now() - interval '1 day', 'taskId', null),
      now() - interval '40 minutes' * row_number() OVER ()
    FROM person p CROSS JOIN (SELECT id FROM deal WHERE state = 'open' ORDER BY number LIMIT 4) d
    WHERE p.name IN ('Magdalena Król', 'Marek Nowicki')`);
}
