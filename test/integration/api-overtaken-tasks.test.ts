import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { dealTask, problemOf, until, type World } from './api-world.ts';
import { openDeal, openOvertakenWorld, readDeal, statusesOf } from './overtaken-world.ts';

let world: World;
beforeAll(async () => {
  world = await openOvertakenWorld();
});
afterAll(() => world?.stop());

/** Runs what is to be under way while the worker is away; it comes back when all of it has been sent. */
async function whileAway(send: () => Promise<unknown>): Promise<void> {
  await world.stack.workers[0]!.stop();
  try {
    await send();
  } finally {
    await world.stack.workers[0]!.restart();
  }
}

/** What comes of a command whose answer was not in time: the same key asks again. */
const settled = (send: () => ReturnType<World['as']['tom']['request']>) =>
  until(async () => {
    const answer = await send();
    return answer.status === 202 ? undefined : answer;
  }, 'the answer of the run');

const bodyOf = ({ revision, fieldsRevision, draftRevision }: TaskDetail, values = {}) => ({
  revision,
  fieldsRevision,
  draftRevision,
  outcome: 'done',
  values,
});

describe('E25: of two acts on one revision of a task', () => {
  it('the completion is refused when somebody claims the task before it is committed', async () => {
    const deal = await openDeal(world);
    const survey = await dealTask(world, deal, 'survey');
    const { tom, mona } = world.as;
    const key = randomUUID();
    const complete = () =>
      tom.request('POST', `/tasks/${survey.id}/complete`, { body: bodyOf(survey), key });
    await whileAway(async () => {
      expect((await complete()).status).toBe(202);
      await mona.send('POST', `/tasks/${survey.id}/claim`, { revision: survey.revision });
    });
    const answer = await settled(complete);
    expect(problemOf(answer)).toMatchObject({ status: 409, code: 'stale', paths: ['revision'] });
    const assignee = { id: world.people.id.mona, name: 'mona' };
    expect(problemOf(answer).body.current).toMatchObject({ assignee, state: 'in_progress' });
    const now = await mona.get<TaskDetail>(`/tasks/${survey.id}`);
    expect(now).toMatchObject({ state: 'in_progress', assignee });
    await mona.send('POST', `/tasks/${survey.id}/complete`, bodyOf(now));
  }, 120_000);

  it('exactly one is done when a colleague pauses what another completes, or both at once do', async () => {
    const deal = await openDeal(world);
    const survey = await dealTask(world, deal, 'survey');
    const { tom, mona } = world.as;
    const { revision } = survey;
    const pause = { revision, why: 'customer', note: 'They are away.' };
    const keys = [randomUUID(), randomUUID()];
    const send = () => [
      tom.request('POST', `/tasks/${survey.id}/pause`, { body: pause, key: keys[0]! }),
      mona.request('POST', `/tasks/${survey.id}/complete`, { body: bodyOf(survey), key: keys[1]! }),
    ];
    await whileAway(() => Promise.all(send()));
    const answers = await Promise.all([0, 1].map((k) => settled(() => send()[k]!)));
    expect(statusesOf(answers)).toEqual([200, 409]);
  }, 120_000);

  const others = {
    claim: {},
    release: {},
    waive: { reason: 'It is a test.' },
    pause: { why: 'customer', note: 'It is a test.' },
  };
  it.each(Object.entries(others))(
    'exactly one of a completion and a %s is done, whichever comes first',
    async (act, more) => {
      for (let round = 0; round < 3; round += 1) {
        const deal = await openDeal(world);
        let survey = await dealTask(world, deal, 'survey');
        const { tom, mona } = world.as;
        if (act === 'release') {
          const { revision } = survey;
          await tom.send('POST', `/tasks/${survey.id}/claim`, { revision });
          survey = await tom.get<TaskDetail>(`/tasks/${survey.id}`);
        }
        const { revision } = survey;
        const other = { revision, ...more };
        const who = act === 'release' ? tom : mona;
        const answers = await Promise.all([
          tom.request('POST', `/tasks/${survey.id}/complete`, { body: bodyOf(survey) }),
          who.request('POST', `/tasks/${survey.id}/${act}`, { body: other }),
        ]);
        expect(statusesOf(answers)).toEqual([200, 409]);
      }
    },
  );
});

describe('a form that was filled before somebody changed a field of it', () => {
  it('is refused with the value as it is now, and taken on the values as they are now', async () => {
    const deal = await openDeal(world);
    const task = await dealTask(world, deal, 'price');
    const { sam, mona } = world.as;
    const { fieldsRevision: revision } = await readDeal(world, deal);
    await mona.send('PATCH', `/deals/${deal}/fields`, { revision, values: { price: 12_000 } });
    const path = `/tasks/${task.id}/complete`;
    const refused = await sam.request('POST', path, { body: bodyOf(task, { price: 9_000 }) });
    expect(problemOf(refused)).toMatchObject({
      status: 409,
      code: 'stale',
      paths: ['values.price'],
    });
    expect(problemOf(refused).body.errors?.[0]?.message).toContain('120');
    expect((await readDeal(world, deal)).fields).toMatchObject({ price: 12_000 });
    const now = await sam.get<TaskDetail>(`/tasks/${task.id}`);
    await sam.send('POST', path, bodyOf(now, { price: 9_000 }));
    expect((await readDeal(world, deal)).fields).toMatchObject({ price: 9_000 });
  });

  it('is taken when another field was changed, or when it says the same', async () => {
    const deal = await openDeal(world);
    const task = await dealTask(world, deal, 'price');
    const { sam, mona } = world.as;
    const { fieldsRevision: revision } = await readDeal(world, deal);
    const values = { text: 'Something else', place: 'Skawina' };
    await mona.send('PATCH', `/deals/${deal}/fields`, { revision, values });
    const own = { price: 9_000, place: 'Skawina' };
    await sam.send('POST', `/tasks/${task.id}/complete`, bodyOf(task, own));
    expect((await readDeal(world, deal)).fields).toMatchObject({ ...own, text: 'Something else' });
  });

  it('is refused also when the change is decided first while both are on their way', async () => {
    const deal = await openDeal(world);
    const task = await dealTask(world, deal, 'price');
    const { sam, mona } = world.as;
    const { fieldsRevision: revision } = await readDeal(world, deal);
    const keys = [randomUUID(), randomUUID()];
    const send = [
      () =>
        mona.request('PATCH', `/deals/${deal}/fields`, {
          body: { revision, values: { price: 12_000 } },
          key: keys[0]!,
        }),
      () =>
        sam.request('POST', `/tasks/${task.id}/complete`, {
          body: bodyOf(task, { price: 9_000 }),
          key: keys[1]!,
        }),
    ];
    await whileAway(() => Promise.all(send.map((one) => one())));
    expect(statusesOf(await Promise.all(send.map(settled)))).toEqual([200, 409]);
  }, 120_000);
});

describe('an approval', () => {
  it('is refused on values that were changed since they were looked at', async () => {
    const deal = await openDeal(world);
    const part = await dealTask(world, deal, 'check');
    const { ada, mona } = world.as;
    const word = ({ revision, fieldsRevision }: TaskDetail) => ({
      body: { revision, fieldsRevision, decision: 'approved', note: 'Fine with me.' },
    });
    const { fieldsRevision: revision } = await readDeal(world, deal);
    await mona.send('PATCH', `/deals/${deal}/fields`, { revision, values: { price: 1 } });
    const path = `/tasks/${part.id}/decide`;
    expect(problemOf(await ada.request('POST', path, word(part)))).toMatchObject({
      status: 409,
      code: 'stale',
      paths: ['values.price'],
    });
    const now = await ada.get<TaskDetail>(`/tasks/${part.id}`);
    expect(await ada.request('POST', path, word(now))).toMatchObject({ status: 200 });
  });

  it('does not change a field of the deal by its note, nor what an edit was made on', async () => {
    const deal = await openDeal(world);
    const part = await dealTask(world, deal, 'check');
    const { revision, fieldsRevision } = part;
    const body = { revision, fieldsRevision, decision: 'approved', note: 'Fine with me.' };
    const before = await readDeal(world, deal);
    await world.as.ada.send('POST', `/tasks/${part.id}/decide`, body);
    const after = await readDeal(world, deal);
    expect(after.fields).toEqual(before.fields);
    expect(after.fieldsRevision).toBe(before.fieldsRevision);
  });
});
