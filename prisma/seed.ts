import { openDatabase, type Database } from './client.ts';
import { seedDepartments, seedPeople, seedProcesses } from './seed-company.ts';
import { demoPeople } from './demo-people.ts';
import { findApi } from './seed-client.ts';
import { seedDeals } from './seed-deals.ts';
import { seedProgress } from './seed-progress.ts';

const SEEDED = 'demo-company';
const WORKED = 'demo-progress';

/**
 * Fills an empty database with the demo company: people, departments, processes, deals under way. All
 * of it or nothing; a database that has people of its own, or was filled before, is left alone.
 */
async function seed(database: Database): Promise<string> {
  const isSeeded = await database.setting.count({ where: { key: SEEDED } });
  if (isSeeded > 0) return 'The demo company is there already.';
  return database.$transaction(
    async (tx) => {
      const { count } = await tx.setting.createMany({
        data: [{ key: SEEDED, value: { at: new Date().toISOString() } }],
        skipDuplicates: true,
      });
      if (count === 0) return 'The demo company is there already.';
      if ((await tx.person.count()) > 0)
        return 'The database has people of its own: nothing was added.';
      const people = await seedPeople(tx);
      await seedDepartments(tx, people);
      const versions = await seedProcesses(tx, people);
      await seedDeals(tx, versions, people);
      return 'The demo company was added.';
    },
    { timeout: 60_000, maxWait: 10_000 },
  );
}

/** Once, and only where the api is up: without it the deals wait in their first stage. */
async function workAWhile(database: Database): Promise<void> {
  const isDone = (await database.setting.count({ where: { key: WORKED } })) > 0;
  const first = { email: demoPeople[0]?.email ?? '' };
  const isOurs = (await database.person.count({ where: first })) > 0;
  const api = isDone || !isOurs ? undefined : await findApi(process.env);
  if (api === undefined) return;
  await seedProgress(database, api);
  await database.setting.createMany({ data: [{ key: WORKED, value: true }], skipDuplicates: true });
}

const url = process.env['DATABASE_URL'];
if (!url) throw new Error('Set DATABASE_URL to the database that is to be filled.');
const database = openDatabase(url, 4);
try {
  console.log(await seed(database));
  await workAWhile(database).catch((error: unknown) =>
    console.error(`The demo deals stay where they are: ${String(error)}`),
  );
} finally {
  await database.$disconnect();
}
