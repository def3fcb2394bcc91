import { setTimeout as pause } from 'node:timers/promises';
import type { ApiClient } from '../support/api-client.ts';
import type { Random } from '../integration/worker-random.ts';
import type { Journal } from './journal.ts';
import { seenOf, type SeenTask } from '../support/seen-task.ts';

interface Item {
  id: string;
  dealId: string;
  revision: number;
}

export interface Crew {
  readonly sam: ApiClient;
  readonly tom: ApiClient;
  readonly tina: ApiClient;
}

const LOOK_EVERY_MS = 100;

/** Registers one deal, its customer's address saying which. */
export async function register(journal: Journal, crew: Crew, n: number): Promise<void> {
  const contact = { name: `Customer ${n}`, email: addressOf(n) };
  const body = { process: 'RELAY', title: `Deal ${n}`, contact, source: 'Web form', fields: {} };
  const command = { key: `register-${n}-${process.pid}`, method: 'POST', path: '/deals', body };
  const { status, body: answer } = await journal.decide(crew.sam, command);
  if (status !== 201) throw new Error(`Deal ${n} was refused: ${JSON.stringify(answer)}`);
}

export const addressOf = (n: number): string => `customer-${n}@customers.test`;

/** Works through the department's queue until all is over; some tasks are wanted by two at once. */
export async function workQueue(
  journal: Journal,
  { tom, tina }: Crew,
  random: Random,
  over: AbortSignal,
): Promise<void> {
  await eachNewTask(journal, tom, '/tasks?view=queue&limit=200', over, async (item) => {
    const both = random.below(5) === 0 ? [tom, tina] : [random.below(2) === 0 ? tom : tina];
    await Promise.all(
      both.map((client, who) => {
        const size = 10 * (1 + random.below(9)) + who;
        return complete(journal, client, item, { size });
      }),
    );
  });
}

/** Works through the owner's own tasks until all is over. */
export async function workOwn(journal: Journal, { sam }: Crew, over: AbortSignal): Promise<void> {
  await eachNewTask(journal, sam, '/tasks?view=mine&limit=200', over, async (item) => {
    await complete(journal, sam, item, { answer: `heard about ${item.dealId}` });
  });
}

async function eachNewTask(
  journal: Journal,
  client: ApiClient,
  path: string,
  over: AbortSignal,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const taken = new Set<string>();
  const underWay: Promise<void>[] = [];
  while (!over.aborted) {
    const { items } = await journal.ask<{ items: Item[] }>(client, path);
    for (const item of items.filter(({ id }) => !taken.has(id))) {
      taken.add(item.id);
      underWay.push(work(item));
    }
    await pause(LOOK_EVERY_MS);
  }
  await Promise.all(underWay);
}

async function complete(
  journal: Journal,
  client: ApiClient,
  { id }: Item,
  values: object,
): Promise<void> {
  const key = `complete-${client.email.split('@')[0]}-${id}`;
  const seen = seenOf(await journal.ask<SeenTask>(client, `/tasks/${id}`));
  const body = { ...seen, outcome: 'done', values };
  await journal.decide(client, { key, method: 'POST', path: `/tasks/${id}/complete`, body });
}
