import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#prisma/client.ts';
import { relayRace } from '../faults/relay-race.ts';
import { signIn, type ApiClient } from '../support/api-client.ts';
import { password, writeOrganisation, type Organisation } from '../support/organisation.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';
import { listenOnLoopback, type Loopback } from '../support/loopback.ts';
import { publishProcess } from '../support/publish.ts';
import { startStack, type Stack } from '../support/stack.ts';
import { connectTemporal, type TemporalConnection } from '../support/temporal.ts';
import { historiesOf } from './worker-history.ts';
import { playEverything, written } from './privacy-play.ts';
import { eventually } from './worker-world.ts';
import { seenTask } from '../support/seen-task.ts';

/** Planted: a name, an address, a phone number and what people wrote. */
const secrets = {
  name: 'Zuzanna Canarowska',
  email: 'zuzanna@canary-mailbox.test',
  phone: '+48 599 888 777',
  company: 'Canarium Polska',
  street: 'ulica Kanarkowa 17',
  answer: 'Her dog is called Kanarek',
  note: 'She has a canary grudge',
};

const race = {
  ...relayRace,
  fields: [
    ...relayRace.fields,
    { id: 'street', label: 'Street', type: 'text', personal: true, intake: 'required' },
  ],
  stages: relayRace.stages.map((stage) => ({
    ...stage,
    criteria: [
      ...stage.criteria,
      { id: 'street', label: 'The street is known', when: 'has(deal.street)' },
    ],
    exits: [{ id: 'won', mode: 'manual', to: 'won' }, ...stage.exits.slice(1)],
  })),
};

let database: TestDatabase;
let temporal: TemporalConnection;
let stack: Stack;
let people: Organisation;
/** What webhooks brought. */
let received = '';
let receiver: Loopback;

beforeAll(async () => {
  receiver = await listenOnLoopback((request, response) => {
    request.on('data', (chunk: Buffer) => (received += chunk.toString()));
    request.on('end', () => response.end());
  });
  database = await createTestDatabase();
  const prisma = openDatabase(database.url);
  people = await writeOrganisation(prisma);
  await prisma.$disconnect();
  temporal = await connectTemporal();
  stack = await startStack({ database, env: { LOG_LEVEL: 'debug', WEBHOOK_ALLOW_PRIVATE: '1' } });
});
afterAll(async () => {
  await stack?.stop();
  await temporal?.close();
  await database?.drop();
  await receiver?.stop();
});

interface OpenTask {
  id: string;
  revision: number;
}

const firstTask = (person: ApiClient, view: string) =>
  eventually(
    async () => (await person.get<{ items: OpenTask[] }>(`/tasks?view=${view}`)).items[0] ?? null,
  );

/** A deal from its registration to won, with something personal in every place that takes text. */
async function playDeal(): Promise<string> {
  const ops = await signIn(stack.url, people.email.olga, password);
  const sam = await signIn(stack.url, people.email.sam, password);
  const tom = await signIn(stack.url, people.email.tom, password);
  await publishProcess(ops, 'CANARY', race);
  const { name, email, phone, company, street } = secrets;
  const deal = await sam.send<{ id: string }>('POST', '/deals', {
    process: 'CANARY',
    title: company,
    contact: { name, email, phone, company },
    source: 'Web form',
    fields: { street },
  });
  const survey = await firstTask(tom, 'queue');
  await tom.send('POST', `/tasks/${survey.id}/claim`, { revision: survey.revision });
  const size = { ...(await seenTask(tom, survey.id)), outcome: 'done', values: { size: 7 } };
  await tom.send('POST', `/tasks/${survey.id}/complete`, size);
  const call = await firstTask(sam, 'mine');
  const answer = {
    ...(await seenTask(sam, call.id)),
    outcome: 'done',
    values: { answer: secrets.answer },
  };
  await sam.send('POST', `/tasks/${call.id}/complete`, answer);
  await sam.send('POST', `/deals/${deal.id}/move`, {
    stage: 'run',
    visit: 1,
    exit: 'won',
    reasons: ['other'],
    note: secrets.note,
  });
  return deal.id;
}

/** Which of the planted texts stand in it, payloads decoded. */
function found(text: string, planted: Record<string, string> = secrets): string[] {
  return Object.values(planted).filter((secret) => text.includes(secret));
}

/** Strings and bytes of a history, whatever message they are in. */
function textOf(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(textOf).join('\n');
}

describe('personal data', () => {
  let dealId: string;
  beforeAll(async () => {
    dealId = await playDeal();
  });

  it('reach the customer and the rows of the deal', async () => {
    const [message] = await database.query<{ text: string; to_address: string }>(
      `SELECT text, to_address FROM message WHERE kind = 'step' ORDER BY created_at LIMIT 1`,
    );
    expect(found(`${message?.text} ${message?.to_address}`)).toEqual([secrets.name, secrets.email]);
    const [deal] = await database.query<{ fields: object; outcome_note: string }>(
      'SELECT fields, outcome_note FROM deal WHERE id = $1',
      [dealId],
    );
    expect(found(JSON.stringify(deal))).toEqual([secrets.street, secrets.answer, secrets.note]);
  });

  it('stand in no Temporal history', async () => {
    const text = await historyText(dealId, 1);
    expect(text).toContain(dealId);
    expect(found(text)).toEqual([]);
  });

  it('stand in no log, nor does a password or a session', () => {
    const log = logText();
    expect(log).toContain('/api/deals');
    expect(found(log)).toEqual([]);
    expect(log).not.toContain(password);
    expect(log).not.toMatch(/__Host-stagewright=[^;"]{20}/);
  });

  it('stand in no row that the run itself keeps', async () => {
    expect(found(await runRows())).toEqual([]);
  });
});

/** What a run sent and got, payloads decoded. */
async function historyText(dealId: string, runNo: number): Promise<string> {
  const histories = await historiesOf(temporal.client, { dealId, runNo });
  return histories.map(textOf).join('\n');
}

const logText = () => [stack.api, ...stack.workers].map((part) => part.log()).join('\n');

/** Every row that repeats what a run was told or said. */
async function runRows(): Promise<string> {
  const rows = await database.query(
    `SELECT run_state::text FROM deal UNION ALL SELECT events::text FROM run_batch
     UNION ALL SELECT data::text FROM run_fact UNION ALL SELECT event::text FROM run_signal
     UNION ALL SELECT event::text FROM run_start UNION ALL SELECT ref FROM change
     UNION ALL SELECT a::text FROM audit_entry a`,
  );
  return JSON.stringify(rows);
}

describe('what people write at every other step and act', () => {
  let played: { dealId: string; child: string };
  beforeAll(async () => {
    played = await playEverything(stack.url, `http://localhost:${receiver.port}/`, people);
  });

  it('is kept as what they wrote, and a webhook brings what is drawn', async () => {
    const rows = await database.query(
      `SELECT values::text AS text FROM submission UNION ALL SELECT outcome_note FROM deal
       UNION ALL SELECT fields::text FROM deal`,
    );
    expect(found(JSON.stringify(rows), written)).toEqual(Object.values(written));
    expect(found(received, written)).toEqual([written.street, written.answer]);
  });

  it('stands in no Temporal history, of either deal and of the run that began anew', async () => {
    const { dealId, child } = played;
    const runs = [historyText(dealId, 1), historyText(dealId, 2), historyText(child, 1)];
    const text = (await Promise.all(runs)).join('\n');
    for (const word of ['decide', 'endWait', 'pauseTask', 'webhookResult', 'processEnded'])
      expect(text).toContain(word);
    expect(found(text, written)).toEqual([]);
  });

  it('stands in no log, nor does the key of webhooks', () => {
    expect(found(logText(), written)).toEqual([]);
    expect(logText()).not.toContain(stack.env['WEBHOOK_SECRET']);
  });

  it('stands in no row that a run keeps', async () => {
    expect(found(await runRows(), written)).toEqual([]);
  });
});
