import type { DealDetail } from '#api/contract/deals.ts';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { demoPeople } from '#prisma/demo-people.ts';
import { until } from '../../integration/api-world.ts';
import { signIn, type ApiClient } from '../../support/api-client.ts';
import { publishProcess } from '../../support/publish.ts';
import { busyDrawing, busyProcess } from './busy-drawing.ts';
import { seenTask } from '../../support/seen-task.ts';
import { makeStartsEarlier } from './starts-earlier.ts';

const contact = {
  name: 'Aleksandra Brzęczyszczykiewicz-Konstantynopolitańska',
  company: 'Spółdzielnia Mieszkaniowa „Nowe Osiedle Tysiąclecia imienia Ignacego Paderewskiego”',
  email: 'a.brzeczyszczykiewicz@spoldzielnia.example',
};
const names = {
  ewa: 'Ewa Zawadzka',
  marek: 'Marek Nowicki',
  magda: 'Magdalena Król',
  kasia: 'Katarzyna Dąbrowska',
  tomasz: 'Tomasz Zieliński',
  pawel: 'Paweł Wójcik',
};
type Name = keyof typeof names;
type Clients = Record<Name, ApiClient>;

/** Four deals with all that a deal may have at once: at work, gone on, back again, and reopened. */
export async function makeBusyDeals(url: string): Promise<void> {
  const clients = await Promise.all(
    Object.entries(names).map(async ([key, full]) => {
      const { email, password } = demoPeople.find(({ name }) => name === full)!;
      return [key, await signIn(url, email, password)] as const;
    }),
  );
  const as = Object.fromEntries(clients) as Clients;
  await makeStartsEarlier(as.ewa);
  await publishProcess(as.ewa, busyProcess, busyDrawing());
  await start(as, 'at work');
  await goOn(as, await start(as, 'gone on'));
  const back = await start(as, 'back again');
  await goOn(as, back);
  await move(as.magda, back, { exit: 'back' });
  const lost = await start(as, 'reopened');
  await move(as.magda, lost, { exit: 'lost', reasons: ['price'] });
  const reason = 'The co-operative has found the money after all.';
  await as.magda.send('POST', `/deals/${lost}/reopen`, { stage: 'work', reason });
}

/** A deal whose price is set, and whose approval has one word. */
async function start(as: Clients, title: string): Promise<string> {
  const { id } = await as.marek.send<{ id: string }>('POST', '/deals', {
    process: busyProcess,
    title: `Roofs of the fourth quarter of the city, south and west, ${title}`,
    contact,
    valueMinor: 48_600_000,
    source: 'Fair or event',
    fields: { extras: ['leasing', 'insurance', 'storage'] },
  });
  await complete(as, 'kasia', await taskOf(as, id, 'price'), { net: 45_200_000 });
  await approve(as, 'pawel', await taskOf(as, id, 'approve', 'roof'), 'The roof bears it.');
  return id;
}

/** What is left is done, and photos are asked for, which go along to the next stage. */
async function goOn(as: Clients, id: string): Promise<void> {
  await approve(as, 'tomasz', await taskOf(as, id, 'approve', 'money'));
  await approve(as, 'magda', await taskOf(as, id, 'approve', 'lead'));
  for (const item of ['leasing', 'insurance', 'storage'])
    await complete(as, 'kasia', await taskOf(as, id, 'sheets', item));
  const photos = await taskOf(as, id, 'photos');
  const { revision } = await as.marek.get<TaskDetail>(`/tasks/${photos}`);
  await as.marek.send('POST', `/tasks/${photos}/request`, { revision });
  const { incidents } = await as.magda.get<DealDetail>(`/deals/${id}`);
  for (const { id: incident } of incidents) await skip(as.magda, id, incident);
  await move(as.magda, id, { exit: 'next' });
}

async function skip(who: ApiClient, id: string, incident: string) {
  const reason = 'The bank has given its word.';
  const path = `/deals/${id}/incidents/${encodeURIComponent(incident)}`;
  await who.send('POST', path, { choice: 'skip', reason });
}

async function move(who: ApiClient, id: string, how: { exit: string; reasons?: string[] }) {
  const { stage, visit } = await who.get<DealDetail>(`/deals/${id}`);
  await who.send('POST', `/deals/${id}/move`, { stage, visit, ...how });
}

async function complete(as: Clients, who: Name, task: string, values: object = {}) {
  const seen = await seenTask(as[who], task);
  await as[who].send('POST', `/tasks/${task}/complete`, { ...seen, outcome: 'done', values });
}

async function approve(as: Clients, who: Name, task: string, note?: string) {
  const { revision, fieldsRevision } = await seenTask(as[who], task);
  const word = { revision, fieldsRevision, decision: 'approved', note };
  await as[who].send('POST', `/tasks/${task}/decide`, word);
}

/** The open task of a step, or of one item or part of it. */
async function taskOf({ marek }: Clients, id: string, step: string, item?: string) {
  return until(async () => {
    const { tasks } = await marek.get<DealDetail>(`/deals/${id}`);
    const isIt = (task: DealDetail['tasks'][number]) =>
      task.step === step && (item === undefined || task.item === item);
    return tasks.find(isIt)?.id ?? undefined;
  }, `the task ${step} of a busy deal`);
}
