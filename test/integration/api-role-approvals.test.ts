import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DealDetail } from '#api/contract/deals.ts';
import type { TaskDetail, TaskItem } from '#api/contract/tasks.ts';
import { publishProcess } from '../support/publish.ts';
import { seenOf } from '../support/seen-task.ts';
import type { Name } from './api-people.ts';
import { roleApprovalDrawing, roleApprovalProcess } from './api-role-approval-drawing.ts';
import { dealTask, newDeal, openWorld, problemOf, until, type World } from './api-world.ts';

let world: World;
let dealId: string;

beforeAll(async () => {
  world = await openWorld();
  await setMembers('technical', ['tom', 'ada']);
  await publishProcess(world.as.root, roleApprovalProcess, roleApprovalDrawing);
  const asked = { ...newDeal(), process: roleApprovalProcess, fields: {} };
  dealId = (await world.as.sam.send<{ id: string }>('POST', '/deals', asked)).id;
  const values = { price: 4_680_000, discount: 12.5, from: '2026-12-24', pesel: '44051401458' };
  await complete('sam', 'set', values);
});
afterAll(() => world?.stop());

async function setMembers(key: string, members: Name[]) {
  type Department = { key: string; name: string; calendar: string | null; revision: number };
  const { items } = await world.as.root.get<{ items: Department[] }>('/admin/departments');
  const { name, calendar, revision } = items.find((one) => one.key === key)!;
  const ids = members.map((one) => world.people.id[one]);
  const body = { name, calendar, revision, lead: null, members: ids };
  await world.as.root.send('PUT', `/admin/departments/${key}`, body);
}

async function complete(who: Name, step: string, values: object = {}) {
  const task = await dealTask(world, dealId, step);
  const body = { ...seenOf(task), outcome: 'done', values };
  await world.as[who].send('POST', `/tasks/${task.id}/complete`, body);
}

async function decide(who: Name, id: string) {
  const { revision, fieldsRevision } = await world.as[who].get<TaskDetail>(`/tasks/${id}`);
  return world.as[who].request('POST', `/tasks/${id}/decide`, {
    body: { revision, fieldsRevision, decision: 'approved' },
  });
}

/** Approvals in somebody's list. */
const approvals = async (who: Name, view = 'mine') =>
  (await world.as[who].get<{ items: TaskItem[] }>(`/tasks?view=${view}`)).items.filter(
    ({ kind }) => kind === 'approval',
  );
const counted = async (who: Name) =>
  (await world.as[who].get<{ mine: number }>('/tasks/counts')).mine;
const bell = async (who: Name) => {
  type Bell = { items: { title: string; read: boolean }[] };
  const { items } = await world.as[who].get<Bell>('/notifications');
  return items.filter(({ title }) => title.endsWith('waits for your decision'));
};
const incident = (code: string) =>
  until(async () => {
    const { incidents } = await world.as.mona.get<DealDetail>(`/deals/${dealId}`);
    return incidents.find(({ cause }) => cause.startsWith(code));
  }, `the incident “${code}”`);
const timeline = async () =>
  (await world.as.root.get<{ items: { title: string }[] }>(`/deals/${dealId}/timeline`)).items.map(
    ({ title }) => title,
  );
const nobodyMay = 'Nobody may decide it';

describe('an approval that a role is asked for', () => {
  it('is in My work of those who may decide it, once, with a notice; not of who did the work', async () => {
    await dealTask(world, dealId, 'ok');
    expect(await approvals('sue')).toMatchObject([{ title: 'Approve the price', role: 'sales' }]);
    expect(await counted('sue')).toBe(1);
    expect(await approvals('sue', 'queue')).toEqual([]);
    expect(await bell('sue')).toMatchObject([
      { title: '“Approve the price” waits for your decision', read: false },
    ]);
    for (const who of ['sam', 'mona', 'tom'] as const) {
      expect(await approvals(who)).toEqual([]);
      expect(await bell(who)).toEqual([]);
    }
  });

  it('announces itself to the role, so that lists follow', async () => {
    const told = await world.prisma.change.count({ where: { topic: 'task', ref: 'role:sales' } });
    expect(told).toBeGreaterThan(0);
  });

  it('shows the fields that the steps before it set, personal ones left out, in list and deal', async () => {
    const [part] = await approvals('sue');
    const { facts } = await world.as.sue.get<TaskDetail>(`/tasks/${part!.id}`);
    expect(facts.map(({ label }) => label)).toEqual(['Price', 'Discount', 'Valid from']);
    expect(facts[1]).toEqual({ label: 'Discount', text: '12.5\u00a0%' });
    expect(facts[2]).toEqual({ label: 'Valid from', text: '24 Dec 2026' });
    const deal = await world.as.sam.get<DealDetail>(`/deals/${dealId}`);
    expect(deal.approvals).toMatchObject([{ title: 'Approve the price', facts }]);
  });

  it('goes when one has decided, who may not decide its other part', async () => {
    const [part] = await approvals('sue');
    expect((await decide('sue', part!.id)).status).toBe(200);
    expect(await approvals('sue')).toEqual([]);
    expect(await counted('sue')).toBe(0);
    expect(await bell('sue')).toMatchObject([{ read: true }]);
    const deal = await world.as.sue.get<DealDetail>(`/deals/${dealId}`);
    const open = deal.approvals[0]!.parts.find(({ state }) => state === 'open')!;
    const other = await world.as.sue.get<TaskDetail>(`/tasks/${open.taskId}`);
    expect(other.may).toMatchObject({ decide: false, claim: false });
    expect(problemOf(await decide('sue', open.taskId))).toMatchObject({ code: 'own-request' });
  });

  it('E3: is an incident when nobody of the role is left, and a manager who is asked decides', async () => {
    const { id, choices } = await incident(nobodyMay);
    expect(choices).toEqual(['askManagers', 'retry', 'skip']);
    const resolve = (who: Name) =>
      world.as[who].request('POST', `/deals/${dealId}/incidents/${id}`, {
        body: { choice: 'askManagers' },
      });
    expect(problemOf(await resolve('sam'))).toMatchObject({ code: 'forbidden' });
    expect((await resolve('mona')).status).toBe(200);
    expect(problemOf(await resolve('mona'))).toMatchObject({ code: 'not-open' });
    expect(await timeline()).toEqual(
      expect.arrayContaining([
        'mona: the incident was put to the managers',
        'mona asked the managers to decide “Approve the price”',
      ]),
    );
    expect((await timeline()).join()).not.toContain('tried again');
    const [part] = await approvals('mona');
    expect(await bell('mona')).toHaveLength(1);
    expect((await decide('mona', part!.id)).status).toBe(200);
    expect(await approvals('mona')).toEqual([]);
    expect(await bell('mona')).toMatchObject([{ read: true }]);
  });
});

describe('an approval that a department is asked for', () => {
  it('E3: is an incident when its people change so that nobody may decide, and goes when somebody may', async () => {
    const task = await dealTask(world, dealId, 'measure');
    const { id, revision } = task;
    const { revision: claimed } = await world.as.tom.send<TaskItem>('POST', `/tasks/${id}/claim`, {
      revision,
    });
    const values = { discount: 12.5 };
    const body = { ...seenOf(task), revision: claimed, outcome: 'done', values };
    await world.as.tom.send('POST', `/tasks/${id}/complete`, body);
    await dealTask(world, dealId, 'check');
    const now = () => world.as.mona.get<DealDetail>(`/deals/${dealId}`);
    expect((await now()).incidents).toEqual([]);
    await setMembers('technical', ['tom']);
    await incident(nobodyMay);
    await setMembers('technical', ['tom', 'sue']);
    await until(
      async () => ((await now()).incidents.length === 0 ? true : undefined),
      'the incident to be over',
    );
  });

  it('shows the fields that it names, in its order, and no others', async () => {
    const { id } = await dealTask(world, dealId, 'check');
    const { facts } = await world.as.sue.get<TaskDetail>(`/tasks/${id}`);
    expect(facts.map(({ label }) => label)).toEqual(['Price', 'Valid from']);
  });

  it('E3: is not handed over to who may not decide it: refused, with its name', async () => {
    const { id, revision } = await dealTask(world, dealId, 'check');
    await world.as.sue.send('POST', `/tasks/${id}/claim`, { revision });
    type Person = Record<'id' | 'name' | 'email' | 'role', string> & { revision: number };
    const { items } = await world.as.root.get<{ items: Person[] }>('/admin/people');
    const { name, email, role, ...sue } = items.find((one) => one.id === world.people.id.sue)!;
    const person = { name, email, role, departments: [], active: false, revision: sue.revision };
    const leave = (tasks: object) =>
      world.as.root.request('PUT', `/admin/people/${sue.id}`, {
        body: { ...person, handOver: { deals: { to: 'nobody' }, tasks } },
      });
    const refused = problemOf(await leave({ to: 'person', person: world.people.id.tom }));
    expect(refused).toMatchObject({ code: 'own-request', paths: ['handOver.tasks.person'] });
    expect(JSON.stringify(refused.body)).toContain('Check the measures');
    expect((await leave({ to: 'person', person: world.people.id.ada })).status).toBe(200);
    expect((await dealTask(world, dealId, 'check')).assignee?.id).toBe(world.people.id.ada);
  });
});
