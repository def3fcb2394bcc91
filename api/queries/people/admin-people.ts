import { Prisma } from '#prisma/generated/client.ts';
import type { Database, Transaction } from '#prisma/client.ts';
import type { Role } from '../../contract/primitives.ts';
import type { ResetLinkState } from '../../contract/admin.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { resetLinkState, type SentLink } from './reset-link.ts';

interface Row extends Person {
  link: SentLink | null;
}

interface Person {
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
  now: Date,
  id?: string,
): Promise<(Person & { resetLink: ResetLinkState | null })[]> {
  const one = id === undefined ? Prisma.empty : Prisma.sql`WHERE p.id = ${id}`;
  const rows = await database.$queryRaw<Row[]>`
    SELECT p.id, p.name, p.email, p.role, p.active, p.revision, p.tags, p.capacity,
      coalesce((SELECT array_agg(m.department_key ORDER BY m.department_key)
        FROM department_member m WHERE m.person_id = p.id), '{}') AS departments,
      (SELECT count(*)::int FROM task t
        WHERE t.assignee_id = p.id AND t.state IN ('assigned', 'in_progress')) AS "openTasks",
      (SELECT count(*)::int FROM deal d
        WHERE d.owner_id = p.id AND d.state IN ('starting', 'open', 'on_hold')) AS "openDeals",
      (SELECT count(*)::int FROM run_signal s
        WHERE s.sent_at IS NULL AND starts_with(s.event_id, 'hand-over:' || p.id || ':')) AS "handingOver",
      (SELECT json_build_object('issuedAt', r.issued_at, 'expiresAt', r.expires_at, 'usedAt', r.used_at,
          'mail', m.state, 'why', m.closed_why)
        FROM reset_link r LEFT JOIN message m
          ON m.deal_id IS NULL AND m.run_no = 0 AND m.key = 'reset:' || r.link
        WHERE r.person_id = p.id) AS link
    FROM person p ${one} ORDER BY p.name, p.id`;
  return rows.map(({ link, ...person }) => ({
    ...person,
    resetLink: link && resetLinkState(link, now),
  }));
}

export async function listPeople({ services }: SignedInContext) {
  return { items: await readPeople(services.database, services.now()) };
}
