import { demoDepartments } from '#prisma/demo-company.ts';
import { demoPeople } from '#prisma/demo-people.ts';
import type { DemoPerson } from '../../contract/session.ts';
import type { RequestContext } from '../../http/request-context.ts';

/** Key of the setting that the seed leaves. */
const SEEDED = 'demo-company';

const departmentName = (of: string) => demoDepartments.find(({ key }) => key === of)?.name ?? of;

/** Those of the demo company who may still sign in, in its order; nobody where it is no demo. */
export async function listDemoPeople({
  services,
}: RequestContext): Promise<{ items: DemoPerson[] }> {
  const { database, isDemo } = services;
  if (!isDemo || (await database.setting.count({ where: { key: SEEDED } })) === 0)
    return { items: [] };
  const where = { active: true, email: { in: demoPeople.map(({ email }) => email) } };
  const rows = await database.person.findMany({ where, select: { email: true } });
  const there = new Set(rows.map(({ email }) => email));
  const items = demoPeople
    .filter(({ email }) => there.has(email))
    .map(({ name, email, role, departments }) => ({
      name,
      email,
      role,
      departments: departments.map(departmentName),
    }));
  return { items };
}
