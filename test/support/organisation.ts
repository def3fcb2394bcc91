import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { weekdays } from '#core/time/calendar.ts';
import type { Database } from '#prisma/client.ts';

export const password = 'correct horse battery';

export interface Organisation {
  /** Sign-in e-mail by name. */
  readonly email: Readonly<Record<'olga' | 'sam' | 'tom' | 'tina' | 'mona', string>>;
  readonly id: Readonly<Record<'olga' | 'sam' | 'tom' | 'tina' | 'mona', string>>;
}

const roles = {
  olga: 'ops',
  sam: 'sales',
  tom: 'member',
  tina: 'member',
  mona: 'manager',
} as const;

/** A person who can sign in with `password`. */
export async function writePerson(
  database: Database,
  { name, role }: { name: string; role: (typeof roles)[keyof typeof roles] },
): Promise<{ id: string; email: string }> {
  const id = randomUUID();
  const email = `${name}@${id.slice(0, 8)}.test`;
  const account = {
    accountId: id,
    providerId: 'credential',
    password: await hashPassword(password),
  };
  const accounts = { create: account };
  await database.person.create({ data: { id, name, email, role, accounts } });
  return { id, email };
}

/**
 * A small company whose people can sign in with `password`: Olga draws, Sam sells, Tom and Tina are
 * the technical department (led by Tina), Mona manages. Its calendar `always` is always open.
 */
export async function writeOrganisation(database: Database): Promise<Organisation> {
  const week = Object.fromEntries(weekdays.map((day) => [day, [{ from: '00:00', to: '24:00' }]]));
  await database.calendar.create({ data: { key: 'always', name: 'Always', zone: 'UTC', week } });
  const people = await Promise.all(
    Object.entries(roles).map(
      async ([name, role]) => [name, await writePerson(database, { name, role })] as const,
    ),
  );
  const of = (key: 'id' | 'email') =>
    Object.fromEntries(people.map(([name, one]) => [name, one[key]])) as Organisation['id'];
  await writeDepartment(database, of('id'));
  return { id: of('id'), email: of('email') };
}

async function writeDepartment(database: Database, { tom, tina }: Organisation['id']) {
  const members = { create: [{ personId: tom }, { personId: tina }] };
  const data = { key: 'technical', name: 'Technicians', calendarKey: 'always', leadId: tina };
  await database.department.create({ data: { ...data, members } });
}
