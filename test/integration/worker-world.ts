import { randomUUID } from 'node:crypto';
import { Client, Connection, isGrpcDeadlineError } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { createRuns, type Runs } from '#api/runs/runs.ts';
import { workflowBundle } from '#bin/build/workflow-bundle.ts';
import type { Value } from '#core/condition/condition.ts';
import { compile } from '#core/definition/compile.ts';
import type { ProcessDefinition } from '#core/definition/definition.ts';
import { drawingSchema } from '#core/drawing/drawing.ts';
import { weekdays } from '#core/time/calendar.ts';
import { openDatabase, type Database } from '#prisma/client.ts';
import { createWorker } from '#worker/create-worker.ts';
import { openLog } from '#worker/log.ts';
import { logThrough } from '#worker/temporal-log.ts';
import { historiesOf } from './worker-history.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';
import { newTaskQueue, temporalAddress, temporalNamespace } from '../support/temporal.ts';

/** An organisation, a published process and a way to its runs, on real servers. */
export interface World {
  db: TestDatabase;
  database: Database;
  client: Client;
  runs: Runs;
  taskQueue: string;
  people: Record<'sam' | 'tina' | 'tom' | 'mona', string>;
  definition: ProcessDefinition;
  /** Starts a worker in this process; stop it before the world is closed. */
  startWorker(url?: string): Promise<{ stop(): Promise<void> }>;
  /** Writes a deal's rows, as the api does, and starts its run. */
  startDeal(options?: DealOptions): Promise<DealRef>;
  /** Writes a deal's rows with the outbox row of its start, and starts nothing. */
  writeStart(options: { secondsAgo: number }): Promise<DealRef>;
  /** How many runs the workflow has had by continuing as new. */
  chainLength(deal: DealRef): Promise<number>;
  close(): Promise<void>;
}

export interface DealOptions {
  email?: string | null;
  fields?: Record<string, Value>;
  /** Sam, unless told. */
  owner?: string | null;
  continueAfter?: number;
  definition?: ProcessDefinition;
}

export interface DealRef {
  dealId: string;
  runNo: number;
}

/** Where a world lives; the shared servers of a test run, unless said. */
export interface Servers {
  db: TestDatabase;
  temporalAddress: string;
  temporalNamespace: string;
}

async function sharedServers(): Promise<Servers> {
  return {
    db: await createTestDatabase(),
    temporalAddress: temporalAddress(),
    temporalNamespace: temporalNamespace(),
  };
}

export async function createWorld(drawing: object, given?: Servers): Promise<World> {
  const servers = given ?? (await sharedServers());
  const own = servers.db;
  const database = openDatabase(own.url);
  const taskQueue = newTaskQueue();
  const connection = await Connection.connect({ address: servers.temporalAddress });
  const namespace = servers.temporalNamespace;
  const client = new Client({ connection, namespace });
  const runs = createRuns({ connection, namespace, taskQueue });
  const people = await writeOrganisation(database);
  await writeCalendars(database, drawing);
  const { definition, versionId } = await publish(database, drawing);
  return {
    db: own,
    database,
    client,
    runs,
    taskQueue,
    people,
    definition,
    startWorker: (url = own.url) => startWorker(servers, url, taskQueue),
    writeStart: async ({ secondsAgo }) => {
      const dealId = await writeDeal(database, { versionId, owner: people.sam });
      const event = {
        id: randomUUID(),
        by: null,
        kind: 'start',
        owner: null,
        values: {},
        isSet: {},
      };
      const createdAt = new Date(Date.now() - secondsAgo * 1000);
      await database.runStart.create({ data: { dealId, runNo: 1, event, createdAt } });
      return { dealId, runNo: 1 };
    },
    chainLength: async (deal) => (await historiesOf(client, deal)).length,
    startDeal: async (options = {}) => {
      const dealId = await writeDeal(database, { versionId, owner: people.sam, ...options });
      const owner = options.owner === undefined ? people.sam : options.owner;
      const start = { id: randomUUID(), by: people.sam, kind: 'start', owner } as const;
      const input = {
        dealId,
        runNo: 1,
        process: 'test',
        version: 1,
        definition: options.definition ?? definition,
        start: { ...start, values: options.fields ?? {}, isSet: {} },
        ...(options.continueAfter && { continueAfter: options.continueAfter }),
      } as const;
      // A busy server is asked again, as the outbox does; a second start finds the first.
      await eventually(() => runs.start(input).then(() => true, unlessBusy));
      return { dealId, runNo: 1 };
    },
    close: async () => {
      await connection.close();
      await database.$disconnect();
      await own.drop();
    },
  };
}

async function startWorker(servers: Servers, url: string, taskQueue: string) {
  logThrough(openLog(process.env['LOG_LEVEL'] ?? 'silent'));
  const connection = await NativeConnection.connect({ address: servers.temporalAddress });
  const database = openDatabase(url);
  const worker = await createWorker({
    connection,
    database,
    namespace: servers.temporalNamespace,
    taskQueue,
    bundle: workflowBundle,
  });
  const running = worker.run();
  return {
    stop: async () => {
      worker.shutdown();
      await running;
      await connection.close();
      await database.$disconnect();
    },
  };
}

/** The drawing's own calendar, always open as well. */
async function writeCalendars(database: Database, drawing: object): Promise<void> {
  const { calendar: key } = drawingSchema.parse(drawing);
  const { week } = await database.calendar.findUniqueOrThrow({ where: { key: 'always' } });
  const data = { key, name: key, zone: 'UTC', week: week as object };
  await database.calendar.createMany({ data: [data], skipDuplicates: true });
}

/** Always open, so that no test depends on the day it runs on. */
async function writeOrganisation(database: Database): Promise<World['people']> {
  const week = Object.fromEntries(weekdays.map((day) => [day, [{ from: '00:00', to: '24:00' }]]));
  await database.calendar.create({ data: { key: 'always', name: 'Always', zone: 'UTC', week } });
  const person = async (name: string, role: string, active = true) => {
    const data = { name, email: `${name}-${randomUUID()}@people.test`, role, active };
    return (await database.person.create({ data })).id;
  };
  const [sam, tina, tom, mona] = [
    await person('sam', 'sales'),
    await person('tina', 'member'),
    await person('tom', 'member'),
    await person('mona', 'manager'),
  ];
  await person('gone', 'manager', false);
  await database.department.create({
    data: {
      key: 'technical',
      name: 'Technicians',
      calendarKey: 'always',
      leadId: tina,
      members: { create: [{ personId: tina }, { personId: tom }] },
    },
  });
  return { sam, tina, tom, mona };
}

/** Publishes a drawing as the first version of its process. */
export async function publish(database: Database, content: object, process = 'test') {
  const drawing = drawingSchema.parse(content);
  const definition = compile(drawing, { process });
  await database.process.create({ data: { key: process, name: drawing.name, draft: drawing } });
  const version = await database.processVersion.create({
    data: {
      processKey: process,
      number: 1,
      checksum: definition.checksum,
      drawing,
      definition: definition as object,
    },
  });
  return { definition, versionId: version.id };
}

async function writeDeal(
  database: Database,
  {
    versionId,
    owner,
    email,
    fields = { price: 100_00 },
  }: DealOptions & { versionId: string; owner: string | null },
): Promise<string> {
  const address = email === undefined ? `ann-${randomUUID()}@customers.test` : email;
  const deal = await database.deal.create({
    data: {
      number: randomUUID().slice(0, 8),
      title: 'Roof for Ann',
      processKey: 'test',
      version: { connect: { id: versionId } },
      contact: { create: { name: 'Ann Lee', email: address } },
      currency: 'EUR',
      source: 'web',
      ownerId: owner,
      fields,
    },
  });
  return deal.id;
}

function unlessBusy(error: unknown): false {
  if (isGrpcDeadlineError(error)) return false;
  throw error;
}

/** Waits until `look` answers something; tells what it saw last when it does not in time. */
export async function eventually<T>(
  look: () => Promise<T | undefined | false | null>,
  seconds = 60,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`Not seen within ${seconds} s: ${look.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
