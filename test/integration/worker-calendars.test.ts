import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type Database } from '#prisma/client.ts';
import { readCalendars } from '#worker/activities/clocks/kept-calendars.ts';
import { writeOrganisation } from '../support/organisation.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';

let own: TestDatabase;
let database: Database;
beforeAll(async () => {
  own = await createTestDatabase();
  database = openDatabase(own.url);
  await writeOrganisation(database);
});
afterAll(async () => {
  await database?.$disconnect();
  await own?.drop();
});

const read = async (key: string) => (await readCalendars(database, [key])).get(key);
const edit = (key: string, zone: string) =>
  database.calendar.update({ where: { key }, data: { zone, revision: { increment: 1 } } });

it('a calendar stays one object until its next revision', async () => {
  const first = await read('always');
  expect(first).toMatchObject({ zone: 'UTC', revision: 1 });
  expect(await read('always')).toBe(first);
  await edit('always', 'Europe/Warsaw');
  const second = await read('always');
  expect(second).toMatchObject({ zone: 'Europe/Warsaw', revision: 2 });
  expect(await read('always')).toBe(second);
});

it('a calendar that does not exist is absent, beside one that does', async () => {
  const found = await readCalendars(database, ['missing', 'always', 'always']);
  expect([...found.keys()]).toEqual(['always']);
});

it('calendars of any number can be read, and the one used longest ago is read anew', async () => {
  const { week } = await database.calendar.findUniqueOrThrow({ where: { key: 'always' } });
  const keys = Array.from({ length: 60 }, (_, index) => `office-${index}`);
  const data = keys.map((key) => ({ key, name: key, zone: 'UTC', week: week as object }));
  await database.calendar.createMany({ data });
  const first = await read('office-0');
  expect((await readCalendars(database, keys)).size).toBe(60);
  expect(await read('office-59')).toBe(await read('office-59'));
  const again = await read('office-0');
  expect(again).toEqual(first);
  expect(again).not.toBe(first);
});
