import { hashPassword } from 'better-auth/crypto';
import { weekdays } from '#core/time/calendar.ts';
import type { Database } from '#prisma/client.ts';

export const password = 'correct horse battery';

/** Everyone who calls the api in its tests; `sam` owns the deal, `tom` works in its department. */
const roles = {
  root: 'admin',
  olga: 'ops',
  mona: 'manager',
  sam: 'sales',
  sue: 'sales',
  tom: 'member',
  ada: 'member',
} as const;
export type Name = keyof typeof roles;
export const names = Object.keys(roles) as Name[];

export interface People {
  id: Record<Name, string>;
  email: Record<Name, string>;
}

/** Writes the people, the calendar `always`, and the departments technical (Tom) and analysis (Ada). */
export async function writePeople(database: Database): Promise<People> {
  const hash = await hashPassword(password);
  const people: People = { id: {} as People['id'], email: {} as People['email'] };
  for (const name of names) {
    const email = `${name}@promyk.test`;
    const { id } = await database.person.create({ data: { name, email, role: roles[name] } });
    await database.account.create({
      data: { accountId: id, providerId: 'credential', userId: id, password: hash },
    });
    people.id[name] = id;
    people.email[name] = email;
  }
  const week = Object.fromEntries(weekdays.map((day) => [day, [{ from: '00:00', to: '24:00' }]]));
  await database.calendar.create({ data: { key: 'always', name: 'Always', zone: 'UTC', week } });
  await writeDepartment(database, 'technical', people.id.tom);
  await writeDepartment(database, 'analysis', people.id.ada);
  return people;
}

async function writeDepartment(database: Database, key: string, personId: string): Promise<void> {
  const members = { create: [{ personId }] };
  const data = { key, name: `Department ${key}`, calendarKey: 'always', leadId: personId };
  await database.department.create({ data: { ...data, members } });
}
