import { Prisma } from '#prisma/generated/client.ts';
import type { Database, Transaction } from '#prisma/client.ts';
import type { PersonRef } from '../../contract/primitives.ts';
import type { SignedInContext } from '../../http/request-context.ts';

interface Row {
  key: string;
  name: string;
  calendar: string | null;
  lead: PersonRef | null;
  members: PersonRef[];
  openTasks: number;
  revision: number;
}

/** Departments with their people; all, or the one with a key. */
export async function readDepartments(
  database: Pick<Database | Transaction, '$queryRaw'>,
  key?: string,
): Promise<Row[]> {
  const one = key === undefined ? Prisma.empty : Prisma.sql`WHERE d.key = ${key}`;
  return database.$queryRaw<Row[]>`
    SELECT d.key, d.name, d.calendar_key AS calendar, d.revision,
      (SELECT json_build_object('id', l.id, 'name', l.name) FROM person l WHERE l.id = d.lead_id) AS lead,
      coalesce((SELECT json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY p.name)
        FROM department_member m JOIN person p ON p.id = m.person_id
        WHERE m.department_key = d.key), '[]') AS members,
      (SELECT count(*)::int FROM task t WHERE t.department_key = d.key
        AND t.state IN ('ready', 'assigned', 'in_progress')) AS "openTasks"
    FROM department d ${one} ORDER BY d.name, d.key`;
}

export async function listDepartments({ services }: SignedInContext) {
  return { items: await readDepartments(services.database) };
}
