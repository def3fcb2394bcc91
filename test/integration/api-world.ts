import { randomUUID } from 'node:crypto';
import { openDatabase, type Database } from '#prisma/client.ts';
import type { DealDetail } from '#api/contract/deals.ts';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { signIn, type Answer, type ApiClient } from '../support/api-client.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';
import { publishProcess } from '../support/publish.ts';
import { startStack, type Stack, type StackOptions } from '../support/stack.ts';
import { drawing, processKey } from './api-drawing.ts';
import { names, password, writePeople, type Name, type People } from './api-people.ts';

/** The product with a small company and one published process, and everybody signed in. */
export interface World {
  database: TestDatabase;
  prisma: Database;
  stack: Stack;
  people: People;
  as: Record<Name, ApiClient>;
  stop(): Promise<void>;
}

export async function openWorld(options: Partial<StackOptions> = {}): Promise<World> {
  const database = await createTestDatabase();
  const prisma = openDatabase(database.url, 3);
  const people = await writePeople(prisma);
  const stack = await startStack({ database, ...options });
  const clients = await Promise.all(
    names.map(
      async (name) => [name, await signIn(stack.url, people.email[name], password)] as const,
    ),
  );
  const as = Object.fromEntries(clients) as World['as'];
  await publishProcess(as.root, processKey, drawing);
  const stop = async () => {
    await stack.stop();
    await prisma.$disconnect();
    await database.drop();
  };
  return { database, prisma, stack, people, as, stop };
}

/** Asks until the answer is there; a condition, never a pause of a fixed length. */
export async function until<T>(look: () => Promise<T | undefined>, what: string): Promise<T> {
  const end = Date.now() + 60_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`It did not come within 60 s: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function newDeal() {
  return {
    process: processKey,
    title: `Roof ${randomUUID().slice(0, 8)}`,
    contact: { name: 'Barbara Kowalczyk', email: 'b.kowalczyk@poczta.example' },
    valueMinor: 4_680_000,
    source: 'Phone',
    fields: { place: 'Wieliczka', phone: '+48 600 100 200' },
  };
}

/** A deal of Sam's whose run has begun: its id. */
export async function runningDeal({ as }: World): Promise<string> {
  const { id } = await as.sam.send<{ id: string }>('POST', '/deals', newDeal());
  await dealTask({ as } as World, id, 'survey');
  return id;
}

/** The task of a step of a deal, once it is open. */
export async function dealTask({ as }: World, dealId: string, step: string): Promise<TaskDetail> {
  const taskId = await until(async () => {
    const deal = await as.root.get<DealDetail>(`/deals/${dealId}`);
    return deal.tasks.find((task) => task.step === step)?.id ?? undefined;
  }, `the task ${step} of deal ${dealId}`);
  return as.root.get<TaskDetail>(`/tasks/${taskId}`);
}

export function pdf(name = 'plan.pdf'): File {
  return new File(['%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n'], name);
}

/** A refusal as the tests read it. */
export function problemOf(answer: Answer) {
  const body = answer.body as {
    status: number;
    code: string;
    errors?: { path: string; message: string }[];
    current?: unknown;
  };
  return {
    status: answer.status,
    code: body.code,
    paths: (body.errors ?? []).map(({ path }) => path),
    body,
  };
}
