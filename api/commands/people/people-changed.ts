import { randomUUID } from 'node:crypto';
import type { Transaction } from '#prisma/client.ts';

/** Departments and roles that have got or lost people. */
interface Changed {
  departments: string[];
  roles: string[];
}

/**
 * Tells the runs whose approvals may have nobody left to decide them, or have somebody again (E3): those that ask one of
 * these departments or roles for more parts than it has people who may decide, and those with such an incident.
 */
export async function tellPeopleChanged(
  tx: Transaction,
  { departments, roles }: Changed,
): Promise<void> {
  const eventId = `people:${randomUUID()}`;
  const told = await tx.$executeRaw`
    WITH asked AS (
      SELECT * FROM task WHERE department_key = ANY(${departments}::text[]) AND state = 'ready' AND kind = 'approval'
      UNION ALL
      SELECT * FROM task WHERE role = ANY(${roles}::text[]) AND state = 'ready' AND kind = 'approval')
    INSERT INTO run_signal (deal_id, run_no, event_id, event)
    SELECT DISTINCT a.deal_id, a.run_no, ${eventId},
      jsonb_build_object('id', ${eventId}::text, 'kind', 'peopleChanged')
    FROM asked a JOIN deal d ON d.id = a.deal_id AND d.run_no = a.run_no
    WHERE EXISTS (SELECT 1 FROM incident i WHERE i.deal_id = a.deal_id AND i.run_no = a.run_no
        AND i.code = 'no-decider' AND i.resolved_at IS NULL)
      OR (SELECT count(*) FROM person p WHERE p.active AND NOT p.id = ANY(a.not_by)
          AND (p.role = a.role OR EXISTS (SELECT 1 FROM department_member m
            WHERE m.person_id = p.id AND m.department_key = a.department_key)))
        < (SELECT count(*) FROM task part WHERE part.deal_id = a.deal_id AND part.run_no = a.run_no
          AND part.stage = a.stage AND part.step = a.step AND part.visit = a.visit AND part.round = a.round
          AND part.department_key IS NOT DISTINCT FROM a.department_key AND part.role IS NOT DISTINCT FROM a.role)`;
  if (told > 0) await tx.$executeRaw`SELECT pg_notify('stagewright_outbox', '')`;
}
