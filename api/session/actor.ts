import type { Database } from '#prisma/client.ts';
import type { Role } from '../contract/primitives.ts';

/** The person who makes a request, as every check sees them. */
export interface Actor {
  id: string;
  name: string;
  email: string;
  role: Role;
  departments: { key: string; name: string; lead: boolean }[];
}

/** Reads the person with their departments, in one query; null when they are deactivated or gone. */
export async function findActor(database: Database, personId: string): Promise<Actor | null> {
  const rows = await database.$queryRaw<Actor[]>`
    SELECT p.id, p.name, p.email, p.role,
      coalesce(json_agg(json_build_object('key', d.key, 'name', d.name, 'lead', d.lead_id IS NOT DISTINCT FROM p.id)
        ORDER BY d.name) FILTER (WHERE d.key IS NOT NULL), '[]') AS departments
    FROM person p
    LEFT JOIN department_member m ON m.person_id = p.id
    LEFT JOIN department d ON d.key = m.department_key
    WHERE p.id = ${personId} AND p.active
    GROUP BY p.id`;
  return rows[0] ?? null;
}
