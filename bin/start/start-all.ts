import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildDesigner } from '../build/designer.ts';
import { buildPrograms } from '../build/programs.ts';
import { generatePrismaClient } from '../build/prisma-client.ts';
import { buildWorkflowBundle } from '../build/workflow-bundle.ts';
import type { Environment } from '../environment.ts';
import type { ManagedProcess } from '../process/managed-process.ts';
import { runNode } from '../process/run-node.ts';
import { startApi, startWorker, type ProductProcessOptions } from '../product.ts';
import { NotDone, step } from '../progress.ts';
import { repository, typescript } from '../repository.ts';
import type { StateFolder } from '../state-folder.ts';
import { claimStateFolder, requireFreePort } from './only-one.ts';
import { ownUrl, productEnvironment, publicUrl } from './product-environment.ts';
import type { Supervisor } from './supervisor.ts';
import { migrateDatabase, provideDatabase, provideMail, provideTemporal } from './servers.ts';

/** Where what was started is found: the address to open, and the database behind it. */
export interface Started {
  readonly url: string;
  readonly databaseUrl: string;
}

/** Brings everything up, from an empty folder or from what was there. */
export async function startAll(
  env: Environment,
  state: StateFolder,
  supervisor: Supervisor,
): Promise<Started> {
  if (await claimStateFolder(state))
    console.log('  ✓ Stopped what an interrupted start had left running');
  await requireFreePort(env);
  await step('Database client', async () => note(await generatePrismaClient(), 'generated'));
  const [servers] = await Promise.all([startServers(env, state, supervisor), build()]);
  const options = { env: servers, logs: state.logs, records: state.records };
  await startProduct(options, env, supervisor);
  await step('Demo company', () => seed(servers));
  return { url: publicUrl(env), databaseUrl: servers.DATABASE_URL };
}

async function startServers(env: Environment, state: StateFolder, supervisor: Supervisor) {
  const [databaseUrl, temporalAddress, mail] = await Promise.all([
    get('PostgreSQL', async () => {
      const url = await provideDatabase(env.DATABASE_URL, state, supervisor);
      const count = await migrateDatabase(url);
      return [url, `${where(url)}${count > 0 ? `, ${count} migrations applied` : ''}`];
    }),
    get('Temporal', async (say) => {
      const address = await provideTemporal(env, state, supervisor, say);
      return [address, address];
    }),
    get('Mail', async () => {
      const mail = await provideMail(env, state, supervisor);
      return [mail, where(mail.SMTP_URL)];
    }),
  ]);
  return productEnvironment(env, state, databaseUrl, temporalAddress, mail);
}

/** A step whose work answers a value, and a note for its line. */
async function get<T>(
  title: string,
  work: (say: (what: string) => void) => Promise<readonly [T, string]>,
): Promise<T> {
  let value: T | undefined;
  await step(title, async (say) => {
    const [result, remark] = await work(say);
    value = result;
    return remark;
  });
  return value as T;
}

async function build(): Promise<void> {
  await step('Workflow bundle', async () => note(await buildWorkflowBundle(), 'built'));
  await step('Api and worker', async () => note(await buildPrograms(), 'built'));
  await step('Designer', async () => note(await buildDesigner(), 'built'));
}

/** Neither begins without its servers; the worker is not needed by the api, nor the api by the worker. */
async function startProduct(
  options: ProductProcessOptions,
  env: Environment,
  { keep }: Supervisor,
): Promise<void> {
  const needs = ['postgres', 'temporal'];
  const api = async () => ({ process: await startApi(options, ownUrl(env)) });
  const worker = async () => ({ process: await startWorker(options) });
  await Promise.all([
    step('Api', async () => place(await keep({ name: 'api', start: api, needs }))),
    step('Worker', async () => place(await keep({ name: 'worker', start: worker, needs }))),
  ]);
}

/** How the seed begins the line that says that deals are missing. */
const NOT_THERE = 'The deals are not yet';

/** Fills an empty database with the demo company; the seed itself sees whether that was done. */
async function seed(env: NodeJS.ProcessEnv): Promise<string | NotDone | undefined> {
  const file = join(repository, 'prisma', 'seed.ts');
  if (!existsSync(file)) return 'none yet';
  const printed = await runNode('Seeding the demo company', [...typescript, file], env);
  const missing = printed.split('\n').find((line) => line.startsWith(NOT_THERE));
  return missing === undefined ? undefined : new NotDone(`${missing} The next start goes on.`);
}

const place = (part: { process: ManagedProcess }): string => `process ${part.process.pid}`;
const note = (done: boolean, what: string): string => (done ? what : 'up to date');

function where(url: string): string {
  const { hostname, port } = new URL(url);
  return port ? `${hostname}:${port}` : hostname;
}
