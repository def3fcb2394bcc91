import { setTimeout as pause } from 'node:timers/promises';
import { demoPeople } from '#prisma/demo-people.ts';
import { signIn, type ApiClient } from '../../support/api-client.ts';
import type { DemoStack } from '../../support/demo-stack.ts';
import { acts, type Act } from '../../support/photovoltaics-deal.ts';
import { pdf } from '../pages/inbox.ts';

/** How far each demo deal on Photovoltaics is brought, as a number of acts. */
const progress = [9, 3, 8, 5, 13, 15, 2, 0];
/** Who works on what a department gets. */
const workers: Record<string, string> = {
  technical: 'Paweł Wójcik',
  analysis: 'Katarzyna Dąbrowska',
  office: 'Beata Kowal',
  design: 'Olga Pietrzak',
};

/** What people write besides, and conditions do not read. */
const written: Record<string, Record<string, string>> = {
  summary: { needsSummary: 'South roof, 32 degrees, no shade after ten. Wants to be quick.' },
};

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
  owner: { name: string };
  tasks: Task[];
}

/** Lets the demo company work for a while: deals in all stages, files, mails, tasks that are late. */
export async function enliven({ stack, database }: DemoStack): Promise<void> {
  const clients = new Map<string, Promise<ApiClient>>();
  const as = (name: string) => {
    const demo = demoPeople.find((one) => one.name === name);
    const known = clients.get(name) ?? signIn(stack.url, demo?.email ?? '', demo?.password ?? '');
    clients.set(name, known);
    return known;
  };
  const rows = await database.query<{ id: string }>(
    "SELECT id FROM deal WHERE process_key = 'PV-01' ORDER BY number",
  );
  await Promise.all(
    rows.map(async ({ id }, at) => {
      for (const act of acts.slice(0, progress[at] ?? 0)) await perform(as, id, act);
    }),
  );
  await makeLate(database);
}

type As = (name: string) => Promise<ApiClient>;

async function perform(as: As, dealId: string, act: Act): Promise<void> {
  if (act.kind === 'mail') return; // the relay sends it
  if (act.kind === 'complete') return complete(as, dealId, act);
  const deal = await read(as, dealId);
  const owner = await as(deal.owner.name);
  if (act.kind === 'external') {
    await owner.send('POST', `/deals/${dealId}/events`, { name: act.name });
    return;
  }
  const { stage, visit } = deal;
  const { exit, reasons } = act;
  await owner.send('POST', `/deals/${dealId}/move`, { stage, visit, exit, reasons });
}

async function read(as: As, dealId: string): Promise<Deal> {
  return (await as('Magdalena Król')).get<Deal>(`/deals/${dealId}`);
}

async function complete(as: As, dealId: string, act: Act & { kind: 'complete' }): Promise<void> {
  const { task, deal } = await openTask(as, dealId, act.step);
  const client = await as(workers[task.department?.key ?? ''] ?? deal.owner.name);
  for (const field of Object.keys(act.isSet)) {
    const { name, mimeType, buffer } = pdf(field);
    const file = new File([new Uint8Array(buffer)], name, { type: mimeType });
    await client.attach(dealId, field, task.id, file);
  }
  const { revision } = await client.get<{ revision: number }>(`/tasks/${task.id}`);
  const { outcome } = act;
  const values = { ...act.values, ...written[act.step] };
  await client.send('POST', `/tasks/${task.id}/complete`, { revision, outcome, values });
}

async function openTask(as: As, dealId: string, step: string) {
  for (let look = 0; look < 300; look++) {
    const deal = await read(as, dealId);
    const task = deal.tasks.find((one) => one.step === step && one.id !== null);
    if (task?.id && ['ready', 'assigned', 'in_progress'].includes(task.state))
      return { deal, task: { ...task, id: task.id } };
    await pause(100);
  }
  throw new Error(`The task of ${step} was not opened.`);
}

/** Pictures need what only days bring about: overdue work, and notices of it. */
async function makeLate(database: DemoStack['database']): Promise<void> {
  await database.query(`
    UPDATE task SET opened_at = opened_at - interval '3 days', due_at = now() - interval '3 hours'
    WHERE id IN (SELECT id FROM task WHERE due_at IS NOT NULL AND closed_at IS NULL ORDER BY due_at, id LIMIT 3)`);
  await database.query(`
    UPDATE deal SET stage_entered_at = stage_entered_at - interval '6 days', stage_due_at = now() - interval '1 day'
    WHERE id IN (SELECT id FROM deal WHERE state = 'open' ORDER BY number LIMIT 2)`);
  await database.query(`
    INSERT INTO notification (id, person_id, deal_id, run_no, key, kind, data, at)
    SELECT gen_random_uuid(), p.id, d.id, 1, 'picture:' || d.id, 'escalation',
      jsonb_build_object('stageName', 'Prepare the offer', 'level', 'manager', 'due', now() - interval '1 day', 'taskId', null),
      now() - interval '40 minutes' * row_number() OVER ()
    FROM person p CROSS JOIN (SELECT id FROM deal WHERE state = 'open' ORDER BY number LIMIT 4) d
    WHERE p.name IN ('Magdalena Król', 'Marek Nowicki')`);
}
