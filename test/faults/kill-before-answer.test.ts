import { WorkflowNotFoundError } from '@temporalio/client';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dealWorkflowId } from '#core/run/contract/run-contract.ts';
import { openDatabase } from '#prisma/client.ts';
import { eventually } from '../integration/worker-world.ts';
import { signIn, type ApiClient } from '../support/api-client.ts';
import { password, writeOrganisation } from '../support/organisation.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';
import { publishProcess } from '../support/publish.ts';
import { startStack, type Stack } from '../support/stack.ts';
import { connectTemporal, temporalNamespace } from '../support/temporal.ts';
import { seenTask } from '../support/seen-task.ts';

const reasons = { reasons: [{ id: 'other', label: 'Other' }] };
const oneTask = {
  schema: 1,
  name: 'One task',
  currency: 'EUR',
  calendar: 'always',
  fields: [],
  policies: [],
  stages: [
    {
      id: 'call',
      name: 'Call the customer',
      probability: 50,
      steps: [
        {
          id: 'call',
          kind: 'task',
          name: 'Call',
          assign: { kind: 'owner' },
          outcomes: [{ id: 'done', label: 'Done' }],
        },
      ],
      exits: [
        { id: 'won', mode: 'auto', to: 'won' },
        { id: 'lost', mode: 'manual', to: 'lost' },
      ],
    },
  ],
  outcomes: { won: reasons, lost: reasons },
};

let database: TestDatabase;
let stack: Stack;
let sam: ApiClient;

beforeAll(async () => {
  database = await createTestDatabase();
  const prisma = openDatabase(database.url);
  const { email } = await writeOrganisation(prisma);
  await prisma.$disconnect();
  stack = await startStack({ database });
  await publishProcess(await signIn(stack.url, email.olga, password), 'ONE', oneTask);
  sam = await signIn(stack.url, email.sam, password);
});
afterAll(async () => {
  await stack?.stop();
  await database?.drop();
});

/** Holds back every record of an answer until released: the moment between the run's commit and the api's. */
async function holdAnswersBack(): Promise<{
  waiting: () => Promise<boolean>;
  release: () => Promise<void>;
}> {
  await database.query(`
    CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_advisory_xact_lock(1); RETURN NEW; END $$;
    CREATE TRIGGER hold BEFORE UPDATE ON command FOR EACH ROW WHEN (NEW.status IS NOT NULL) EXECUTE FUNCTION hold()`);
  const holder = new pg.Client({ connectionString: database.url });
  await holder.connect();
  await holder.query('SELECT pg_advisory_lock(1)');
  return {
    waiting: async () => {
      const rows = await database.query(
        "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted",
      );
      return rows.length > 0;
    },
    // PostgreSQL would finish the statement of the dead api once it may.
    release: async () => {
      await database.query(
        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted",
      );
      await holder.end();
    },
  };
}

/** What Temporal does with an ended run when its retention is over. */
async function forgetRun(dealId: string): Promise<void> {
  const { client, close } = await connectTemporal();
  const workflowId = dealWorkflowId(dealId, 1);
  const handle = client.workflow.getHandle(workflowId);
  await handle.result();
  await client.workflowService.deleteWorkflowExecution({
    namespace: temporalNamespace(),
    workflowExecution: { workflowId },
  });
  const isGone = (error: unknown) => error instanceof WorkflowNotFoundError;
  // The server deletes in its own time, after a back-off when the run's last tasks are still under way.
  await eventually(() => handle.describe().then(() => false, isGone), 120);
  await close();
}

it('answers the repeated key of the completion that closed the deal, though the api died and Temporal forgot the run', async () => {
  const contact = { name: 'Ann Lee' };
  const deal = { process: 'ONE', title: 'Roof', contact, source: 'Web form' };
  const { id } = await sam.send<{ id: string }>('POST', '/deals', deal);
  const task = await eventually(async () => {
    const { items } = await sam.get<{ items: { id: string; revision: number }[] }>(
      '/tasks?view=mine',
    );
    return items[0];
  });
  const complete = {
    body: { ...(await seenTask(sam, task.id)), outcome: 'done', values: {} },
    key: `close-${id}`,
  };
  const path = `/tasks/${task.id}/complete`;

  const hold = await holdAnswersBack();
  const lost = sam.request('POST', path, complete).catch(() => 'no answer');
  await eventually(hold.waiting);
  await stack.api.kill();
  expect(await lost).toBe('no answer');
  await hold.release();
  await forgetRun(id);
  await stack.api.restart();

  const again = await sam.request('POST', path, complete);
  expect(again).toMatchObject({ status: 200, body: { ok: true, dealId: id, dealStage: 'Won' } });
  expect(await sam.request('POST', path, complete)).toEqual(again);
});
