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
  form: { field: { id: string } }[];
  files: { field: { id: string } }[];
}

const PAUSE_MS = 200;
const PATIENCE_MS = 60_000;
const open = new Set(['ready', 'assigned', 'in_progress']);

/** The people of the demo company, signed in. */
async function staff(api: string): Promise<(email: string) => DemoClient> {
  const clients = await Promise.all(
    demoPeople.map(
      async ({ email, password }) => [email, await signIn(api, email, password)] as const,
    ),
  );
  const byEmail = new Map(clients);
  return (email) => byEmail.get(email)!;
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
    outcome: answer.outcome,
    values: Object.fromEntries(filled.map((id) => [id, given[id]])),
  });
}

/** One act that brings the deal on; false when there is nothing to do now. */
async function act(
  person: (email: string) => DemoClient,
  owner: string,
  deal: Deal,
  plan: Progress,
) {
  const task = deal.tasks.find(({ step, state }) => open.has(state) && step in demoAnswers);
  if (task) await doTask(person(workerOf(task, owner)), deal, task, plan.values);
  else if (plan.event && deal.waits.length > 0)
    await person(owner).post(`/deals/${deal.id}/events`, { name: plan.event });
  else if (plan.exit && deal.state === 'open')
    await person(owner).post(`/deals/${deal.id}/move`, {
      stage: deal.stage,
      visit: deal.visit,
      exit: plan.exit,
    });
}

function hasArrived(deal: Deal, { until }: Progress): boolean {
  const waits = deal.waits.some(({ step }) => step === until);
  return waits || deal.tasks.some(({ step, state }) => step === until && open.has(state));
}

async function bringOn(
  person: (email: string) => DemoClient,
  owner: string,
  id: string,
  plan: Progress,
) {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const deal = await person(owner).get<Deal>(`/deals/${id}`);
    if (hasArrived(deal, plan)) return;
    await act(person, owner, deal, plan);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/**
 * Lets the people of the demo company work for a while, through the api, so that deals stand in every
 * stage. What does not get there within a minute stays where it is.
 */
export async function seedProgress(database: Database, api: string): Promise<void> {
  const person = await staff(api);
  await Promise.all(
    demoProgress.map(async (plan) => {
      const owner = demoDeals.find(({ contact }) => contact.email === plan.email)?.owner;
      const deal = await database.deal.findFirst({
        where: { contact: { email: plan.email } },
        select: { id: true },
      });
      if (deal && owner) await bringOn(person, owner, deal.id, plan);
    }),
  );
}
