import { openDatabase, type Database } from './client.ts';
import { seedDepartments, seedPeople, seedProcesses } from './seed-company.ts';
import { demoPeople } from './demo-people.ts';
import { findApi, namesApi } from './seed-client.ts';
import { seedDeals } from './seed-deals.ts';
import { seedProgress } from './seed-progress.ts';

const SEEDED = 'demo-company';
const WORKED = 'demo-progress';
/** How the line begins that `npm start` shows instead of a tick. */
const NOT_THERE = 'The deals are not yet where README says:';

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

/** Whether the demo deals are still to be brought on: they are ours, and were not yet all where they belong. */
async function isWorkLeft(database: Database): Promise<boolean> {
  const isDone = (await database.setting.count({ where: { key: WORKED } })) > 0;
  const first = { email: demoPeople[0]?.email ?? '' };
  return !isDone && (await database.person.count({ where: first })) > 0;
}

/**
 * Where an api is told of: once, and again at the next start as long as a deal is missing. Without an api the deals
 * wait in their first stage. Answers what is missing, in a sentence.
 */
async function workAWhile(database: Database): Promise<string | undefined> {
  if (!namesApi(process.env) || !(await isWorkLeft(database))) return undefined;
  const api = await findApi(process.env);
  if (api === undefined) return `${NOT_THERE} the api does not answer.`;
  const missing = await seedProgress(database, api);
  if (missing.length > 0)
    return `${NOT_THERE} ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} still on the way.`;
  await database.setting.createMany({ data: [{ key: WORKED, value: true }], skipDuplicates: true });
  return undefined;
}

const url = process.env['DATABASE_URL'];
if (!url) throw new Error('Set DATABASE_URL to the database that is to be filled.');
const database = openDatabase(url, 4);
try {
  console.log(await seed(database));
  const missing = await workAWhile(database);
  if (missing !== undefined) console.log(missing);
} finally {
  await database.$disconnect();
}
