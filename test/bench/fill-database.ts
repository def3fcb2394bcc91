import type { Database } from '#prisma/client.ts';

/** How much there is after some years: deals, of which the last are open, and their tasks. */
export const amounts = { deals: 300_000, open: 40_000, tasks: 1_000_000, people: 400 } as const;

/**
 * Fills an empty database: 20 departments, 10 managers, 100 salespeople and members, of whom the last ten have left.
 * Of the open tasks most are in a department's queue or somebody's hands, 2,000 are approvals of the managers, and 40
 * are nobody's.
 */
export async function fillDatabase(database: Database): Promise<void> {
  const { deals, open, tasks, people } = amounts;
  await database.$executeRaw`
    INSERT INTO person (id, email, name, role, active, updated_at)
    SELECT 'p' || i, 'p' || i || '@x.test', 'Person ' || i,
      CASE WHEN i <= 10 THEN 'manager' WHEN i <= 110 THEN 'sales' ELSE 'member' END, i <= ${people}::int - 10, now()
    FROM generate_series(1, ${people}::int) i`;
  await database.$executeRaw`
    INSERT INTO department (key, name) SELECT 'd' || i, 'Department ' || i FROM generate_series(1, 20) i`;
  await database.$executeRaw`
    INSERT INTO department_member (department_key, person_id)
    SELECT 'd' || (1 + i % 20), 'p' || i FROM generate_series(111, ${people}::int) i`;
  await database.$executeRaw`
    INSERT INTO contact (id, name) SELECT 'c' || i, 'Contact ' || i FROM generate_series(1, 100000) i`;
  await database.$executeRaw`INSERT INTO process (key, name, draft) VALUES ('P', 'P', '{}')`;
  await database.$executeRaw`
    INSERT INTO process_version (id, process_key, number, checksum, drawing, definition)
    VALUES ('v', 'P', 1, '', '{}', '{}')`;
  await database.$executeRaw`
    INSERT INTO deal (id, number, title, process_key, version_id, contact_id, currency, source, owner_id, state, stage,
      stage_due_at, closed_at, search, outcome_reasons)
    SELECT 'deal' || i, 'D-' || i, 'Deal ' || i, 'P', 'v', 'c' || (1 + i % 100000), 'EUR', 'Phone',
      CASE WHEN i % 4000 = 0 THEN NULL WHEN i % 3000 = 0 THEN 'p' || ${people}::int ELSE 'p' || (11 + i % 100) END,
      CASE WHEN i > ${deals - open}::int THEN 'open' WHEN i % 3 = 0 THEN 'won' ELSE 'lost' END, 's' || (i % 6),
      now() + (i % 2000 - 500) * interval '1 hour',
      CASE WHEN i > ${deals - open}::int THEN NULL ELSE now() - (i % 1000) * interval '1 day' END, 'deal ' || i, '{}'
    FROM generate_series(1, ${deals}::int) i`;
  await database.$executeRaw`
    INSERT INTO task (id, deal_id, run_no, key, kind, stage, step, visit, round, item, title, department_key,
      assignee_id, role, state, mandatory, opened_at, due_at, closed_at, closed_by_id)
    SELECT 't' || i, 'deal' || deal, 1, 'task:' || i, CASE WHEN share = 'role' THEN 'approval' ELSE 'task' END,
      's' || (deal % 6), 'step' || (i % 12), 1, 1, CASE WHEN share = 'role' THEN 'a' END, 'Task ' || i,
      CASE WHEN share IN ('queue', 'claimed') THEN 'd' || (1 + i % 20) END,
      CASE share WHEN 'claimed' THEN 'p' || (111 + i % 290) WHEN 'person' THEN 'p' || (11 + i % 100) END,
      CASE share WHEN 'role' THEN 'manager' END,
      CASE WHEN NOT is_open THEN 'done' WHEN share IN ('claimed', 'person') THEN 'in_progress' ELSE 'ready' END,
      true, now() - (i % 1000) * interval '1 day', now() + (i % 3000 - 1000) * interval '1 hour',
      CASE WHEN is_open THEN NULL ELSE now() - (i % 1000) * interval '1 day' END,
      CASE WHEN is_open THEN NULL ELSE 'p' || (11 + i % 390) END
    FROM (
      SELECT i, deal, deal > ${deals - open}::int AND i % 3 = 0 AS is_open,
        CASE WHEN i % 200 = 0 THEN 'role' WHEN i % 3000 = 1503 THEN 'nobody' WHEN i % 10 < 4 THEN 'queue'
          WHEN i % 10 < 7 THEN 'claimed' ELSE 'person' END AS share
      FROM (SELECT i, (1 + i::bigint * ${deals}::int / ${tasks + 1}::int)::int AS deal
        FROM generate_series(1, ${tasks}::int) i) numbered) shared`;
  await database.$executeRawUnsafe('VACUUM ANALYZE');
}
