import type { Client } from '@temporalio/client';
import { dealWorkflowId } from '#core/run/contract/run-contract.ts';
import type { Mailbox } from '../support/mail.ts';
import type { TestDatabase } from '../support/postgres.ts';
import { addressOf } from './crew.ts';
import type { Journal } from './journal.ts';
import { mailSubjects, taskSteps } from './relay-race.ts';

/** What is wrong, in sentences; empty lists when all invariants hold. */
export type Findings = Record<string, string[]>;

export interface Scene {
  readonly database: TestDatabase;
  readonly mailbox: Mailbox;
  readonly temporal: Client;
  readonly journal: Journal;
  readonly deals: number;
}

/** Holds the database, the mail server, Temporal and the clients' journal against each other. */
export async function audit(scene: Scene): Promise<Findings> {
  return {
    deals: await auditDeals(scene),
    mails: await auditMails(scene),
    tasks: await auditTasks(scene),
    facts: await auditFacts(scene),
    acknowledged: await auditAcknowledged(scene),
    batches: await auditBatches(scene),
    runs: await auditRuns(scene),
  };
}

async function auditDeals({ database, deals }: Scene): Promise<string[]> {
  const rows = await database.query<{ id: string; state: string; email: string }>(
    'SELECT d.id, d.state, c.email FROM deal d JOIN contact c ON c.id = d.contact_id',
  );
  const missing = numbers(deals)
    .filter((n) => rows.filter(({ email }) => email === addressOf(n)).length !== 1)
    .map((n) => `Deal ${n} is not there exactly once.`);
  const open = rows.filter(({ state }) => state !== 'won').map((d) => `${d.id} is ${d.state}.`);
  const incidents = await database.query<{ deal_id: string; code: string }>(
    'SELECT deal_id, code FROM incident WHERE resolved_at IS NULL',
  );
  const unstarted = await database.query<{ deal_id: string }>(
    'SELECT deal_id FROM run_start WHERE started_at IS NULL',
  );
  return [
    ...missing,
    ...open,
    ...incidents.map(({ deal_id, code }) => `${deal_id} has the incident ${code}.`),
    ...unstarted.map(({ deal_id }) => `The start of ${deal_id} is in the outbox still.`),
  ];
}

/** Each planned mail is at the server once, and nothing else is. */
async function auditMails({ database, mailbox, deals }: Scene): Promise<string[]> {
  const findings: string[] = [];
  const rows = await database.query<{ id: string; state: string; message_id: string | null }>(
    'SELECT id, state, message_id FROM message',
  );
  if (rows.length !== deals * mailSubjects.length) findings.push(`${rows.length} mails planned.`);
  for (const { id, state, message_id } of rows) {
    if (state !== 'accepted') findings.push(`Mail ${id} is ${state}.`);
    const count = message_id === null ? 0 : await mailbox.countOf(message_id);
    if (count !== 1) findings.push(`Mail ${id} was accepted ${count} times.`);
  }
  for (const n of numbers(deals)) {
    const subjects = (await mailbox.messages(addressOf(n))).map(({ subject }) => subject);
    if (subjects.sort().join() !== [...mailSubjects].sort().join())
      findings.push(`${addressOf(n)} got ${subjects.join(', ') || 'nothing'}.`);
  }
  return findings;
}

async function auditTasks({ database, deals }: Scene): Promise<string[]> {
  const rows = await database.query<{ deal_id: string; step: string; state: string; by: string }>(
    'SELECT deal_id, step, state, closed_by_id AS by FROM task',
  );
  const wrong = rows
    .filter(({ state, by }) => state !== 'done' || by === null)
    .map(({ deal_id, step, state }) => `${step} of ${deal_id} is ${state}.`);
  const expected = deals * taskSteps.length;
  return rows.length === expected ? wrong : [...wrong, `${rows.length} tasks, not ${expected}.`];
}

/** What must happen once in each deal is in its journal once. */
async function auditFacts({ database, deals }: Scene): Promise<string[]> {
  const rows = await database.query<{ type: string; step: string | null; n: string; of: string }>(
    `SELECT type, step, count(*) AS n, count(DISTINCT deal_id) AS of FROM run_fact
     WHERE type IN ('RunStarted', 'RunClosed', 'TaskOpened', 'TaskCompleted', 'MailRequested', 'MailSettled', 'WaitEnded')
     GROUP BY type, step`,
  );
  const wrong = rows
    .filter(({ n, of }) => Number(n) !== deals || Number(of) !== deals)
    .map(({ type, step, n, of }) => `${type} ${step ?? ''}: ${n} in ${of} deals.`);
  return rows.length === 11 ? wrong : [...wrong, `${rows.length} kinds of facts, not 11.`];
}

/** Whatever was acknowledged is there, as it was sent, and effective. */
async function auditAcknowledged({ database, journal }: Scene): Promise<string[]> {
  const findings: string[] = [];
  for (const { key, path, body, by, answer } of journal.acknowledged) {
    if (path === '/deals') {
      const id = (answer?.body as { id: string } | undefined)?.id;
      const found = await database.query('SELECT 1 FROM deal WHERE id = $1', [id]);
      if (found.length !== 1) findings.push(`${key} was acknowledged and is lost.`);
      continue;
    }
    const found = await database.query(
      `SELECT 1 FROM submission s JOIN task t ON t.id = s.task_id JOIN person p ON p.id = t.closed_by_id
         JOIN deal d ON d.id = t.deal_id
       WHERE s.id = 'client:' || p.id || ':' || $1 AND s.effective_at IS NOT NULL AND p.email = $2 AND s.by_id = p.id
         AND s.values = $3 AND d.fields @> s.values`,
      [key, by, JSON.stringify((body as { values: object }).values)],
    );
    if (found.length !== 1) findings.push(`${key} was acknowledged and is not effective.`);
  }
  return findings;
}

/** The batches of a run are numbered without a gap, and the deal stands at the last. */
async function auditBatches({ database }: Scene): Promise<string[]> {
  const rows = await database.query<{
    deal_id: string;
    runs: string;
    n: string;
    last: number;
    seq: number;
  }>(
    `SELECT b.deal_id, count(DISTINCT b.run) AS runs, count(*) AS n, max(b.seq) AS last, d.seq
     FROM run_batch b JOIN deal d ON d.id = b.deal_id GROUP BY b.deal_id, d.seq`,
  );
  return rows
    .filter(({ runs, n, last, seq }) => Number(runs) !== 1 || Number(n) !== last || last !== seq)
    .map(
      (row) =>
        `Batches of ${row.deal_id}: ${row.n} of ${row.runs} runs, the last is ${row.last}, the deal at ${row.seq}.`,
    );
}

/** Every run has ended well, and no workflow task ever failed because of what it replayed. */
async function auditRuns({ database, temporal }: Scene): Promise<string[]> {
  const rows = await database.query<{ id: string }>('SELECT id FROM deal');
  const findings = await Promise.all(
    rows.map(async ({ id }) => {
      const handle = temporal.workflow.getHandle(dealWorkflowId(id, 1));
      const { status } = await handle.describe();
      if (status.name !== 'COMPLETED') return [`The run of ${id} is ${status.name}.`];
      const { events = [] } = await handle.fetchHistory();
      const failed = (events ?? []).filter((event) => event.workflowTaskFailedEventAttributes);
      return failed.map(
        (event) =>
          `A workflow task of ${id} failed: ${event.workflowTaskFailedEventAttributes?.failure?.message}`,
      );
    }),
  );
  return findings.flat();
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n + 1);
