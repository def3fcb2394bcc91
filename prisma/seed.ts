import { openDatabase, type Database } from './client.ts';
import { seedDepartments, seedPeople, seedProcesses } from './seed-company.ts';
import { seedDeals } from './seed-deals.ts';

const SEEDED = 'demo-company';

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

const url = process.env['DATABASE_URL'];
if (!url) throw new Error('Set DATABASE_URL to the database that is to be filled.');
const database = openDatabase(url, 2);
try {
  console.log(await seed(database));
} finally {
  await database.$disconnect();
}
