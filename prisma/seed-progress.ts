import type { Database } from './client.ts';
import { demoDeals } from './demo-deals.ts';
import { demoPeople } from './demo-people.ts';
import { demoAnswers, demoProgress, type Progress } from './demo-progress.ts';
import { signIn, type DemoClient } from './seed-client.ts';

interface Task {
  id: string | null;
  step: string;
  state: string;
  department: { key: string } | null;
}
interface Deal {
  id: string;
  stage: string;
  visit: number;
  state: string;
  fields: Record<string, unknown>;
  tasks: Task[];
  steps: Record<string, string>;
  waits: { step: string }[];
}
interface Form {
  id: string;
  revision: number;
  fieldsRevision: number;
  draftRevision: number;
  form: { field: { id: string } }[];
  files: { field: { id: string } }[];
}

const PAUSE_MS = 200;
/** A slow machine may take long, but something happens: only when nothing at all does is it given up. */
const PATIENCE_MS = 60_000;
const open = new Set(['ready', 'assigned', 'in_progress']);
const closed = new Set(['won', 'lost', 'finished']);

/** Who works for whom: each person is signed in when they are first needed, again should that fail. */
function staff(api: string): (email: string) => Promise<DemoClient> {
  const clients = new Map<string, Promise<DemoClient>>();
  return (email) => {
    const known = clients.get(email);
    if (known) return known;
    const password = demoPeople.find((person) => person.email === email)?.password ?? '';
    const client = signIn(api, email, password);
    clients.set(email, client);
    client.catch(() => clients.delete(email));
    return client;
  };
}

function workerOf(task: Task, owner: string): string {
  const key = task.department?.key;
  const member = demoPeople.find((person) => key !== undefined && person.departments.includes(key));
  return member?.email ?? owner;
}

/** Does one task: claims it, attaches its files, fills its form, completes it. */
async function doTask(person: DemoClient, deal: Deal, task: Task, values: Progress['values']) {
  const answer = demoAnswers[task.step];
  if (!answer || task.id === null) return;
  const { revision, files } = await person.get<Form>(`/tasks/${task.id}`);
  const asked = new Set(files.map(({ field }) => field.id));
  if (task.state === 'ready') await person.post(`/tasks/${task.id}/claim`, { revision });
  for (const field of answer.files?.filter((id) => asked.has(id)) ?? [])
    await person.attach(`/deals/${deal.id}/files?field=${field}&task=${task.id}`, `${field}.pdf`);
  const form = await person.get<Form>(`/tasks/${task.id}`);
  const given = { ...deal.fields, ...answer.values, ...values };
  const filled = form.form.map(({ field }) => field.id).filter((id) => given[id] !== undefined);
  await person.post(`/tasks/${task.id}/complete`, {
    revision: form.revision,
    fieldsRevision: form.fieldsRevision,
    draftRevision: form.draftRevision,
    outcome: answer.outcome,
    values: Object.fromEntries(filled.map((id) => [id, given[id]])),
  });
}

/** One act that brings the deal on, if there is one to do now. */
async function act(
  person: (email: string) => Promise<DemoClient>,
  owner: string,
  deal: Deal,
  plan: Progress,
): Promise<void> {
  const task = deal.tasks.find(({ step, state }) => open.has(state) && step in demoAnswers);
  if (task) return doTask(await person(workerOf(task, owner)), deal, task, plan.values);
  const client = await person(owner);
  if (plan.event && deal.waits.length > 0)
    await client.post(`/deals/${deal.id}/events`, { name: plan.event });
  else if (plan.exit && deal.state === 'open')
    await client.post(`/deals/${deal.id}/move`, {
      stage: deal.stage,
      visit: deal.visit,
      exit: plan.exit,
    });
}

/** There, or beyond: a person may have worked on the deal since, and it is theirs then. */
function hasArrived(deal: Deal, { until }: Progress): boolean {
  const waits = deal.waits.some(({ step }) => step === until);
  const reached = deal.tasks.some(({ step, id }) => step === until && id !== null);
  return waits || reached || closed.has(deal.state);
}

/** What tells whether a deal has moved since it was looked at. */
function standing({ stage, visit, state, tasks, steps, waits }: Deal): string {
  return JSON.stringify([stage, visit, state, tasks.map((task) => task.state), steps, waits]);
}

interface Patience {
  /** Something has happened. */
  renew(): void;
  isOver(): boolean;
}

function patienceOf(ms: number): Patience {
  let end = Date.now() + ms;
  return {
    renew: () => {
      end = Date.now() + ms;
    },
    isOver: () => Date.now() > end,
  };
}

interface Work {
  person: (email: string) => Promise<DemoClient>;
  owner: string;
  dealId: string;
  plan: Progress;
}

/** Looks at the deal and does what can be done; answers how it stands, or undefined when it has arrived. */
async function look({ person, owner, dealId, plan }: Work): Promise<string | undefined> {
  const deal = await (await person(owner)).get<Deal>(`/deals/${dealId}`);
  if (hasArrived(deal, plan)) return undefined;
  await act(person, owner, deal, plan);
  return standing(deal);
}

/** True when the deal has arrived; false when nothing happens to any deal any more. */
async function bringOn(work: Work, patience: Patience): Promise<boolean> {
  for (let before = ''; !patience.isOver();) {
    const now = await look(work).catch(() => before); // a busy api: seen as no change, and tried again
    if (now === undefined) {
      patience.renew();
      return true;
    }
    if (now !== before) patience.renew();
    before = now;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return false;
}

/**
 * Lets the people of the demo company work for a while, through the api, so that deals stand in every stage. Goes on
 * as long as something happens to one of them; answers the numbers of the deals that are not there yet, and goes on
 * with these when it is called again.
 * @param patienceMs how long nothing may happen to any deal
 */
export async function seedProgress(
  database: Database,
  api: string,
  patienceMs = PATIENCE_MS,
): Promise<string[]> {
  const person = staff(api);
  const patience = patienceOf(patienceMs);
  const missing = await Promise.all(
    demoProgress.map(async (plan) => {
      const owner = demoDeals.find(({ contact }) => contact.email === plan.email)?.owner;
      const deal = await database.deal.findFirst({
        where: { contact: { email: plan.email } },
        select: { id: true, number: true },
      });
      if (!deal || !owner) return undefined; // deleted: nothing to wait for
      const isThere = await bringOn({ person, owner, dealId: deal.id, plan }, patience);
      return isThere ? undefined : deal.number;
    }),
  );
  return missing.filter((number) => number !== undefined).sort();
}
