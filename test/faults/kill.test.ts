import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '#prisma/client.ts';
import { seed } from '#core/testing/random-cases.ts';
import { seeded } from '../integration/worker-random.ts';
import { signIn } from '../support/api-client.ts';
import { startFaultyMailbox } from '../support/mail.ts';
import { password, writeOrganisation, type Organisation } from '../support/organisation.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';
import { publishProcess } from '../support/publish.ts';
import { startStack, type Stack } from '../support/stack.ts';
import { connectTemporal, type TemporalConnection } from '../support/temporal.ts';
import { audit, type Scene } from './audit.ts';
import { register, workOwn, workQueue, type Crew } from './crew.ts';
import { Journal } from './journal.ts';
import { carryOut, planKills } from './killer.ts';
import { relayRace } from './relay-race.ts';

const DEALS = 50;
const PATIENCE_MS = 300_000;
const random = seeded(seed);

let database: TestDatabase;
let mailbox: Awaited<ReturnType<typeof startFaultyMailbox>>;
let temporal: TemporalConnection;
let stack: Stack;
let people: Organisation;

beforeAll(async () => {
  database = await createTestDatabase();
  const prisma = openDatabase(database.url);
  people = await writeOrganisation(prisma);
  await prisma.$disconnect();
  const mailFaults = seeded(seed + 1);
  mailbox = await startFaultyMailbox(({ stage }) => {
    if (stage === 'connect') return undefined;
    const keep = mailFaults.below(2) === 0;
    return mailFaults.below(10) === 0 ? { kind: 'dropAfterDot', keep } : { kind: 'delay', ms: 100 };
  });
  temporal = await connectTemporal();
  // The server answers within a tenth of a second, so a mail is in doubt for seconds, not for ten minutes.
  const patience = { MAIL_ANSWER_SECONDS: '3' };
  const env = { SMTP_URL: mailbox.smtpUrl, MAIL_EVIDENCE_URL: mailbox.httpUrl, ...patience };
  stack = await startStack({ database, env, workers: 2 });
});

afterAll(async () => {
  await stack?.stop();
  await temporal?.close();
  await mailbox?.stop();
  await database?.drop();
});

it(`loses nothing and doubles nothing while worker and api are killed (PROPERTY_SEED=${seed})`, async () => {
  const crew = await arrive();
  await publishProcess(await signIn(stack.url, people.email.olga, password), 'RELAY', relayRace);
  const journal = new Journal(AbortSignal.timeout(PATIENCE_MS));
  const over = new AbortController();
  const work = [workQueue(journal, crew, random, over.signal), workOwn(journal, crew, over.signal)];
  const kills = planKills(random);
  const slice = Math.ceil(DEALS / (kills.length + 1));
  for (const [round, kill] of kills.entries()) {
    const news = registerMany(journal, crew, round * slice + 1, slice);
    await carryOut(stack, kill, () => journal.acknowledged.length);
    await news;
  }
  const left = kills.length * slice;
  await registerMany(journal, crew, left + 1, DEALS - left);
  await allWon();
  over.abort();
  await Promise.all(work);

  const scene: Scene = { database, mailbox, temporal: temporal.client, journal, deals: DEALS };
  await settled();
  const findings = await audit(scene);
  report(journal, kills.length);
  expect(findings).toEqual(Object.fromEntries(Object.keys(findings).map((name) => [name, []])));
});

async function arrive(): Promise<Crew> {
  const [sam, tom, tina] = await Promise.all(
    (['sam', 'tom', 'tina'] as const).map((who) => signIn(stack.url, people.email[who], password)),
  );
  return { sam: sam!, tom: tom!, tina: tina! };
}

async function registerMany(journal: Journal, crew: Crew, from: number, count: number) {
  const numbers = Array.from({ length: count }, (_, n) => from + n);
  await Promise.all(numbers.map((n) => register(journal, crew, n)));
}

/** Waits for the deals' ends; what is missing when patience runs out the audit tells. */
async function allWon(): Promise<void> {
  await looking(async () => {
    const [row] = await database.query<{ n: string }>(
      "SELECT count(*) AS n FROM deal WHERE state = 'won'",
    );
    return Number(row?.n) === DEALS;
  }, 120_000);
}

/** The last workflow tasks and the last records of mails may be a moment behind the last deal. */
async function settled(): Promise<void> {
  await looking(async () => {
    const rows = await database.query(
      "SELECT 1 FROM message WHERE state <> 'accepted' OR settled_at IS NULL",
    );
    const query = `TaskQueue = '${stack.taskQueue}' AND ExecutionStatus = 'Running'`;
    const { count } = await temporal.client.workflow.count(query);
    return rows.length === 0 && count === 0;
  }, 30_000);
}

async function looking(seen: () => Promise<boolean>, withinMs: number): Promise<void> {
  const patience = Date.now() + withinMs;
  while (!(await seen()) && Date.now() < patience) await pause(250);
}

function report(journal: Journal, kills: number): void {
  const refused = journal.entries.length - journal.acknowledged.length;
  const repeats = journal.entries.reduce((sum, { attempts }) => sum + attempts - 1, 0);
  const seen = [...journal.interruptions].map(([what, n]) => `${what} ${n}`).join(', ');
  console.log(
    `PROPERTY_SEED=${seed}: ${DEALS} deals, ${kills} kills, ${journal.acknowledged.length} commands acknowledged, ` +
      `${refused} refused, ${repeats} repeats (${seen || 'none'})`,
  );
}
