import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { dealTask, problemOf, type World } from './api-world.ts';
import { openDeal, openOvertakenWorld, readDeal, statusesOf } from './overtaken-world.ts';

let world: World;
beforeAll(async () => {
  world = await openOvertakenWorld();
});
afterAll(() => world?.stop());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

describe('E25: the owner of a deal', () => {
  it('is changed by one of two who saw the same owner, and the other is told who it is now', async () => {
    const deal = await openDeal(world);
    const { mona, root } = world.as;
    const { sam, sue, mona: monaId } = world.people.id;
    const answers = await Promise.all([
      mona.request('POST', `/deals/${deal}/owner`, { body: { owner: sue, from: sam } }),
      root.request('POST', `/deals/${deal}/owner`, { body: { owner: monaId, from: sam } }),
    ]);
    expect(statusesOf(answers)).toEqual([200, 409]);
    const refused = problemOf(answers.find(({ status }) => status === 409)!);
    const { owner } = await readDeal(world, deal);
    expect(refused).toMatchObject({ code: 'stale', paths: ['from'] });
    expect(refused.body.current).toMatchObject({ owner });
  });

  it('stays as two have chosen who chose the same', async () => {
    const deal = await openDeal(world);
    const { sam, sue } = world.people.id;
    const body = { owner: sue, from: sam };
    const send = () => world.as.mona.request('POST', `/deals/${deal}/owner`, { body });
    expect(statusesOf(await Promise.all([send(), send()]))).toEqual([200, 200]);
  });
});

describe('E25: the hold of a deal', () => {
  it('is set by one of two who saw the deal going, and the other is told until when it is', async () => {
    const deal = await openDeal(world);
    const { sam, mona } = world.as;
    const hold = (days: number) => ({
      body: { until: inDays(days), reason: 'It is a test.', heldUntil: null },
    });
    const answers = await Promise.all([
      sam.request('POST', `/deals/${deal}/hold`, hold(3)),
      mona.request('POST', `/deals/${deal}/hold`, hold(30)),
    ]);
    expect(statusesOf(answers)).toEqual([200, 409]);
    const refused = problemOf(answers.find(({ status }) => status === 409)!);
    const { heldUntil } = await readDeal(world, deal);
    expect(refused).toMatchObject({ code: 'stale', paths: ['heldUntil'] });
    expect(refused.body.current).toMatchObject({ heldUntil });
  });

  it('is not ended by somebody who saw an earlier one', async () => {
    const deal = await openDeal(world);
    const { sam, mona } = world.as;
    const first = { until: inDays(3), reason: 'It is a test.', heldUntil: null };
    await sam.send('POST', `/deals/${deal}/hold`, first);
    const seen = await readDeal(world, deal);
    const longer = { until: inDays(30), reason: 'It takes longer.', heldUntil: seen.heldUntil };
    await mona.send('POST', `/deals/${deal}/hold`, longer);
    const end = (heldUntil: string | null) =>
      sam.request('POST', `/deals/${deal}/resume`, { body: { heldUntil } });
    expect(problemOf(await end(seen.heldUntil))).toMatchObject({ status: 409, code: 'stale' });
    const { heldUntil, hold } = await readDeal(world, deal);
    expect([heldUntil, hold?.reason]).toEqual([longer.until, longer.reason]);
    expect((await end(heldUntil)).status).toBe(200);
  });
});

describe('the draft of a task in two windows', () => {
  it('is not overwritten by the window that has not seen it, which is told what it says', async () => {
    const deal = await openDeal(world);
    const { sam } = world.as;
    const task = await dealTask(world, deal, 'price');
    const path = `/tasks/${task.id}/draft`;
    const long = { place: 'A long text, typed in the first window' };
    const first = { draftRevision: task.draftRevision, values: long };
    const { draftRevision } = await sam.send<TaskDetail>('PUT', path, first);
    const second = { draftRevision: task.draftRevision, values: { place: 'short' } };
    const refused = problemOf(await sam.request('PUT', path, { body: second }));
    expect(refused).toMatchObject({ status: 409, code: 'stale', paths: ['draftRevision'] });
    expect(refused.body.current).toMatchObject({ draftRevision, values: long });
    const now = await sam.get<TaskDetail>(`/tasks/${task.id}`);
    expect(now.form.find(({ field }) => field.id === 'place')?.value).toBe(long.place);
    expect((await sam.request('PUT', path, { body: first })).status).toBe(200);
  });

  it('is kept by one of two windows that save at once', async () => {
    const deal = await openDeal(world);
    const { sam } = world.as;
    const task = await dealTask(world, deal, 'price');
    const save = (place: string) =>
      sam.request('PUT', `/tasks/${task.id}/draft`, {
        body: { draftRevision: task.draftRevision, values: { place } },
        key: randomUUID(),
      });
    expect(statusesOf(await Promise.all([save('one'), save('two')]))).toEqual([200, 409]);
  });

  it('is not thrown away by completing the task in the window that has not seen it', async () => {
    const deal = await openDeal(world);
    const { sam } = world.as;
    const task = await dealTask(world, deal, 'price');
    const { revision, fieldsRevision, draftRevision } = task;
    const values = { place: 'A long text, typed in the first window' };
    await sam.send('PUT', `/tasks/${task.id}/draft`, { draftRevision, values });
    const body = { revision, fieldsRevision, draftRevision, outcome: 'done', values: {} };
    const refused = await sam.request('POST', `/tasks/${task.id}/complete`, { body });
    expect(problemOf(refused)).toMatchObject({
      status: 409,
      code: 'stale',
      paths: ['draftRevision'],
    });
    expect(problemOf(refused).body.current).toMatchObject({ values });
  });
});
