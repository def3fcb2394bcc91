import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DealDetail } from '#api/contract/deals.ts';
import { drawing, processKey } from './api-drawing.ts';
import {
  dealTask,
  newDeal,
  openWorld,
  pdf,
  problemOf,
  runningDeal,
  until,
  type World,
} from './api-world.ts';
import { seenOf } from '../support/seen-task.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

async function readySurvey() {
  const deal = await runningDeal(world);
  const survey = await dealTask(world, deal, 'survey');
  await world.as.tom.attach(deal, 'plan', survey.id, pdf());
  const body = {
    ...seenOf(survey),
    outcome: 'done',
    values: { size: 9.8, notes: 'Sunny.' },
  };
  return { deal, path: `/tasks/${survey.id}/complete`, body };
}

describe('publishing', () => {
  it('makes one version of one revision of a draft, however often it is asked at once', async () => {
    const path = `/processes/${processKey}`;
    const draft = await world.as.olga.get<{ revision: number; drawing: object }>(path);
    const drawing = { ...draft.drawing, name: 'Published once' };
    const save = { revision: draft.revision, drawing };
    const { revision } = await world.as.olga.send<{ revision: number }>(
      'PUT',
      `${path}/draft`,
      save,
    );
    const publish = () =>
      world.as.olga.send<{ number: number }>('POST', `${path}/versions`, { revision, note: 'x' });
    const answers = await Promise.all([publish(), publish(), publish()]);
    expect(answers.map(({ number }) => number)).toEqual([2, 2, 2]);
    const { items } = await world.as.olga.get<{ items: object[] }>(`${path}/versions`);
    expect(items).toHaveLength(2);
    const next = { revision, drawing: { ...drawing, name: 'Published again' } };
    const saved = await world.as.olga.send<{ revision: number }>('PUT', `${path}/draft`, next);
    const body = { revision: saved.revision, note: '' };
    expect(await world.as.olga.send('POST', `${path}/versions`, body)).toMatchObject({ number: 3 });
  });
});

describe('a command', () => {
  it('is done once when the same key comes again, and answers the same', async () => {
    const key = randomUUID();
    const body = newDeal();
    const first = await world.as.sam.request('POST', '/deals', { body, key });
    const again = await world.as.sam.request('POST', '/deals', { body, key });
    expect(first.status).toBe(201);
    expect(again.body).toEqual(first.body);
    const rows = await world.database.query('SELECT 1 FROM deal WHERE title = $1', [body.title]);
    expect(rows).toHaveLength(1);
  });

  it('is done once when the same key comes ten times at once', async () => {
    const key = randomUUID();
    const body = newDeal();
    const send = () => world.as.sam.request('POST', '/deals', { body, key });
    const answers = await Promise.all(Array.from({ length: 10 }, send));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const rows = await world.database.query('SELECT 1 FROM deal WHERE title = $1', [body.title]);
    expect(rows).toHaveLength(1);
  });

  it('is refused when its key belongs to another body or route', async () => {
    const key = randomUUID();
    const body = newDeal();
    await world.as.sam.send('POST', '/deals', body, key);
    const other = { ...body, title: 'Another' };
    for (const answer of [
      await world.as.sam.request('POST', '/deals', { body: other, key }),
      await world.as.sam.request('POST', '/notifications/read', { body: {}, key }),
    ])
      expect(problemOf(answer)).toMatchObject({ status: 422, code: 'idempotency-mismatch' });
  });

  it('may have the key that another person, or a machine, has chosen', async () => {
    const key = randomUUID();
    const { id } = await world.as.sam.send<{ id: string }>('POST', '/deals', newDeal(), key);
    const other = await world.as.sue.send<{ id: string }>('POST', '/deals', newDeal(), key);
    expect(other.id).not.toBe(id);
    const deal = await runningDeal(world);
    const note = { revision: 1, values: { place: 'Skawina' } };
    await world.as.sam.send('PATCH', `/deals/${deal}/fields`, note, `reopen:${deal}:2`);
    const { stage, visit } = await world.as.sam.get<DealDetail>(`/deals/${deal}`);
    const lost = { stage, visit, exit: 'lost', reasons: [drawing.outcomes.lost.reasons[0]!.id] };
    await world.as.sam.send('POST', `/deals/${deal}/move`, lost, `ended:${deal}:1`);
    const again = { stage: 'prepare', reason: 'She called.' };
    await world.as.sam.send('POST', `/deals/${deal}/reopen`, again, `start:${deal}:2`);
    await until(async () => {
      const seen = await world.as.sam.get<DealDetail>(`/deals/${deal}`);
      return seen.state === 'open' || undefined;
    }, 'the second run');
  });

  it('gives each deal a number of its own when many come at once', async () => {
    const send = () => world.as.sam.send<{ number: string }>('POST', '/deals', newDeal());
    const deals = await Promise.all(Array.from({ length: 12 }, send));
    const numbers = deals.map(({ number }) => Number(number.slice(-4))).sort((a, b) => a - b);
    expect(new Set(numbers).size).toBe(12);
    expect(numbers.at(-1)! - numbers[0]!).toBe(11);
    expect(deals[0]?.number).toMatch(/^TST-\d{4}-\d{4}$/);
  });

  it('of a run gives the stored answer when the same key comes again', async () => {
    const { path, body } = await readySurvey();
    const key = randomUUID();
    const first = await world.as.tom.request('POST', path, { body, key });
    const again = await world.as.tom.request('POST', path, { body, key });
    expect(first.status).toBe(200);
    expect(again).toEqual(first);
  });
});

describe('completing one task fifty times at once', () => {
  it('is done by exactly one, and each of the others is told that it is not open any more', async () => {
    const { deal, path, body } = await readySurvey();
    const send = () => world.as.tom.request('POST', path, { body });
    const answers = await Promise.all(Array.from({ length: 50 }, send));
    const done = answers.filter(({ status }) => status === 200);
    const refused = answers.filter(({ status }) => status === 409);
    expect(done).toHaveLength(1);
    expect(refused).toHaveLength(49);
    const codes = new Set(refused.map((answer) => problemOf(answer).code));
    expect([...codes].every((code) => code === 'not-open' || code === 'stale')).toBe(true);
    const facts = await world.database.query(
      `SELECT 1 FROM run_fact WHERE deal_id = $1 AND type = 'TaskCompleted'`,
      [deal],
    );
    expect(facts).toHaveLength(1);
    const submissions = await world.database.query(
      'SELECT effective_at FROM submission WHERE deal_id = $1',
      [deal],
    );
    expect(submissions).toHaveLength(1);
  });
});

describe('with the workers away', () => {
  it('a completion is not confirmed, and the same key finishes it when they are back', async () => {
    const { path, body, deal } = await readySurvey();
    const key = randomUUID();
    await world.stack.workers[0]!.stop();
    const unknown = await world.as.tom.request('POST', path, { body, key });
    expect(unknown).toMatchObject({ status: 202, body: { code: 'unknown' } });
    await world.stack.workers[0]!.restart();
    const done = await until(async () => {
      const answer = await world.as.tom.request('POST', path, { body, key });
      return answer.status === 202 ? undefined : answer;
    }, 'the confirmation');
    expect(done).toMatchObject({ status: 200, body: { ok: true, dealId: deal } });
    const facts = await world.database.query(
      `SELECT 1 FROM run_fact WHERE deal_id = $1 AND type = 'TaskCompleted'`,
      [deal],
    );
    expect(facts).toHaveLength(1);
  }, 120_000);
});

describe('the audit log', () => {
  it('has every act with its result, refusals too, and no free text', async () => {
    const { path, body } = await readySurvey();
    await world.as.ada.request('POST', path, { body });
    await world.as.tom.request('POST', path, { body });
    const subject = path.split('/')[2];
    const rows = await world.database.query<{ actor_id: string; action: string; result: string }>(
      'SELECT actor_id, action, result, data FROM audit_entry WHERE subject_id = $1 ORDER BY at',
      [subject],
    );
    const { ada, tom } = world.people.id;
    expect(rows).toMatchObject([
      { actor_id: ada, action: 'tasks.complete', result: 'forbidden' },
      { actor_id: tom, action: 'tasks.complete', result: 'ok' },
    ]);
    expect(JSON.stringify(rows)).not.toContain('Sunny');
  });
});

describe('fields that two edit on one revision at once', () => {
  it('are changed by exactly one, and the other is told the values as they are now', async () => {
    const deal = await runningDeal(world);
    for (let pair = 0; pair < 8; pair += 1) {
      const { fieldsRevision: revision } = await world.as.sam.get<DealDetail>(`/deals/${deal}`);
      const edit = (place: string) =>
        world.as.sam.request('PATCH', `/deals/${deal}/fields`, {
          body: { revision, values: { place } },
        });
      const answers = await Promise.all([edit(`A${pair}`), edit(`B${pair}`)]);
      const [won, lost] = answers.toSorted((a, b) => a.status - b.status);
      expect([won!.status, lost!.status]).toEqual([200, 409]);
      expect(problemOf(lost!)).toMatchObject({ code: 'stale', paths: ['revision'] });
      expect(problemOf(lost!).body.current).toMatchObject({
        fields: { place: answers[0] === won ? `A${pair}` : `B${pair}` },
      });
    }
  });
});

describe('claiming', () => {
  it('is won by one of two who claim at once, and the other is told who has it', async () => {
    const deal = await runningDeal(world);
    const survey = await dealTask(world, deal, 'survey');
    const body = { revision: survey.revision };
    const claim = (name: 'tom' | 'mona') =>
      world.as[name].request('POST', `/tasks/${survey.id}/claim`, { body });
    const answers = await Promise.all([claim('tom'), claim('mona')]);
    const lost = answers.find(({ status }) => status !== 200);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(problemOf(lost!)).toMatchObject({ status: 409, code: 'claimed' });
    expect(problemOf(lost!).body.current).toMatchObject({ state: 'in_progress' });
  });
});
