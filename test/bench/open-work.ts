import { startTemporaryPostgres } from '#bin/postgres/temporary-postgres.ts';
import { isWithoutOwner } from '#api/queries/board/deal-filter.ts';
import { selectDeals } from '#api/queries/deal/deal-row.ts';
import { rowsOf } from '#api/queries/task/list-tasks.ts';
import { mineFilter, queueFilter, withoutOwnerFilter } from '#api/queries/task/task-views.ts';
import type { Actor } from '#api/session/actor.ts';
import { openDatabase, type Database } from '#prisma/client.ts';
import { Prisma } from '#prisma/generated/client.ts';
import { applyMigrations } from '#prisma/migrate.ts';
import { amounts, fillDatabase } from './fill-database.ts';

// node --import tsx test/bench/open-work.ts: what the lists and counts of the inbox cost, and deals without owner, after
// some years of work. Prints for each query how long it takes and whether a whole table is read.
const RUNS = 7;

const actor = (id: string, role: Actor['role'], departments: string[] = []): Actor => ({
  id,
  name: id,
  email: `${id}@x.test`,
  role,
  departments: departments.map((key) => ({ key, name: key, lead: true })),
});
const manager = actor('p5', 'manager');
const sales = actor('p20', 'sales');
const lead = actor('p150', 'member', ['d11']);

const open = ['open', 'on_hold'];
const page = Prisma.sql`ORDER BY t.due_at ASC NULLS LAST, t.id ASC LIMIT 51`;
const list = (where: Prisma.Sql) => rowsOf(where, page, undefined);
const count = (where: Prisma.Sql) => Prisma.sql`SELECT count(*) FROM task t WHERE ${where}`;
const dueGroup = (where: Prisma.Sql) =>
  list(Prisma.sql`${where} AND (t.due_at, t.id) > (now(), '')`);
const people = Object.entries({ manager, salesperson: sales, 'lead of a department': lead });

const queries: [string, Prisma.Sql][] = [
  ...people.flatMap(([who, one]): [string, Prisma.Sql][] => [
    [`My work, page, ${who}`, list(mineFilter(one))],
    [`My work, count, ${who}`, count(mineFilter(one))],
    [`My work, what is not overdue, ${who}`, dueGroup(mineFilter(one))],
    [`Queue, page, ${who}`, list(queueFilter(one, undefined))],
    [`Queue, count, ${who}`, count(queueFilter(one, undefined))],
    [`Tasks without owner, page, ${who}`, list(withoutOwnerFilter(one))],
    [`Tasks without owner, count, ${who}`, count(withoutOwnerFilter(one))],
  ]),
  [
    'Deals without owner, page',
    Prisma.sql`${selectDeals} WHERE d.state = ANY(${open}) AND d.process_key = 'P' AND ${isWithoutOwner}
      ORDER BY d.stage_due_at ASC NULLS LAST, d.id LIMIT 51`,
  ],
  [
    'Deals without owner, count',
    Prisma.sql`SELECT count(*) FROM deal d WHERE d.state = ANY(${open}) AND d.process_key = 'P'
      AND ${isWithoutOwner}`,
  ],
];

interface Cost {
  ms: number;
  buffers: number;
  scans: string[];
}

/** Of the plan that PostgreSQL takes: the median of its time, the pages it reads, the large tables it reads wholly. */
async function costOf(database: Database, query: Prisma.Sql): Promise<Cost> {
  const times: number[] = [];
  let plan = '';
  for (let run = 0; run < RUNS; run += 1) {
    const lines = await database.$queryRaw<
      { 'QUERY PLAN': string }[]
    >`EXPLAIN (ANALYZE, BUFFERS) ${query}`;
    plan = lines.map((line) => line['QUERY PLAN']).join('\n');
    times.push(Number(/Execution Time: ([\d.]+)/.exec(plan)?.[1]));
  }
  if (process.env['PLANS']) console.log(plan);
  const scans = [...plan.matchAll(/Seq Scan on (task|deal|contact)\b/g)].map(([, table]) => table!);
  const buffers = Number(/Buffers: shared hit=(\d+)/.exec(plan)?.[1] ?? 0);
  return { ms: times.sort((a, b) => a - b)[RUNS >> 1]!, buffers, scans };
}

const server = await startTemporaryPostgres();
try {
  const url = server.databaseUrl('bench');
  await applyMigrations(url);
  const database = openDatabase(url, 2);
  await fillDatabase(database);
  console.log(`${amounts.tasks} tasks, ${amounts.deals} deals, ${amounts.open} open`);
  for (const [name, query] of queries) {
    const { ms, buffers, scans } = await costOf(database, query);
    const whole = scans.length > 0 ? `reads all of ${scans.join(', ')}` : 'by index';
    console.log(
      `${name.padEnd(60)} ${ms.toFixed(1).padStart(8)} ms ${String(buffers).padStart(8)} pages  ${whole}`,
    );
  }
  await database.$disconnect();
} finally {
  await server.stop();
}
