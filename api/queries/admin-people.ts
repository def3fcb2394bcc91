import { Prisma } from '#prisma/generated/client.ts';
import type { Database, Transaction } from '#prisma/client.ts';
import type { Role } from '../contract/primitives.ts';
import type { SignedInContext } from '../edge/request-context.ts';

interface Row {
  id: string;
  name: string;
  email: string;
  role: Role;
  active: boolean;
  revision: number;
  departments: string[];
  tags: string[];
  capacity: number | null;
  openTasks: number;
  openDeals: number;
  handingOver: number;
}

/** People with their departments and what is open in their hands; all, or the one with an id. */
export async function readPeople(
  database: Pick<Database | Transaction, '$queryRaw'>,
  id?: string,
): Promise<Row[]> {
  const one = id === undefined ? Prisma.empty : Prisma.sql`WHERE p.id = ${id}`;
  return database.$queryRaw<Row[]>`
    SELECT p.id, p.name, p.email, p.role, p.active, p.revision, p.tags, p.capacity,
      coalesce((SELECT array_agg(m.department_key ORDER BY m.department_key)
        FROM department_member m WHERE m.person_id = p.id), '{}') AS departments,
      (SELECT count(*)::int FROM task t
        WHERE t.assignee_id = p.id AND t.state IN ('assigned', 'in_progress')) AS "openTasks",
      (SELECT count(*)::int FROM deal d
        WHERE d.owner_id = p.id AND d.state IN ('starting', 'open', 'on_hold')) AS "openDeals",
      (SELECT count(*)::int FROM run_signal s
        WHERE s.sent_at IS NULL AND starts_with(s.event_id, 'hand-over:' || p.id || ':')) AS "handingOver"
    FROM person p ${one} ORDER BY p.name, p.id`;
}

export async function listPeople({ services }: SignedInContext) {
  return { items: await readPeople(services.database) };
}
