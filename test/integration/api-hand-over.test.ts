import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { HandOver } from '#api/contract/admin.ts';
import type { Board, DealDetail } from '#api/contract/deals.ts';
import type { TaskItem } from '#api/contract/tasks.ts';
import { signIn } from '../support/api-client.ts';
import { password, type Name } from './api-people.ts';
import { processKey } from './api-drawing.ts';
import { dealTask, openWorld, problemOf, runningDeal, until, type World } from './api-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());
afterEach(async () => {
  await world.prisma.person.updateMany({ data: { active: true } });
  const tom = world.people.id.tom;
  await world.prisma.department.update({ where: { key: 'technical' }, data: { leadId: tom } });
  for (const name of ['sam', 'tom'] as const)
    world.as[name] = await signIn(world.stack.url, world.people.email[name], password);
});

interface Person {
  id: string;
  revision: number;
  name: string;
  email: string;
  role: string;
  departments: string[];
}

/** Deactivates somebody, with what is handed over or without. */
async function deactivate(name: Name, handOver?: HandOver) {
  const { items } = await world.as.root.get<{ items: Person[] }>('/admin/people');
  const { id, ...person } = items.find((one) => one.id === world.people.id[name])!;
  const { revision, email, role, departments } = person;
  const body = { revision, name, email, role, departments, active: false };
  return world.as.root.request('PUT', `/admin/people/${id}`, {
    body: { ...body, ...(handOver && { handOver }) },
  });
}

const ownerOf = async (deal: string) =>
  (await world.as.root.get<DealDetail>(`/deals/${deal}`)).owner?.id;
const owned = (deal: string, by: Name) =>
  until(
    async () => ((await ownerOf(deal)) === world.people.id[by] ? true : undefined),
    `${by} to own the deal`,
  );
const bellOf = async (name: Name) =>
  (await world.as[name].get<{ items: { title: string }[] }>('/notifications')).items.map(
    ({ title }) => title,
  );
const withoutOwner = async (name: Name) =>
  (await world.as[name].get<{ items: TaskItem[] }>('/tasks?view=withoutOwner')).items;
const toSue = () => ({ to: 'person', person: world.people.id.sue }) as const;

describe('deactivating a person (E30)', () => {
  it('shows first what is open in their hands and what names them', async () => {
    await runningDeal(world);
    const work = await world.as.root.get(`/admin/people/${world.people.id.sam}/open-work`);
    expect(work).toMatchObject({ deals: 1, tasks: 1, tasksWithoutQueue: 1, processes: [] });
    const tom = await world.as.root.get(`/admin/people/${world.people.id.tom}/open-work`);
    expect(tom).toMatchObject({ deals: 0, leads: [{ key: 'technical' }] });
  });

  it('hands every deal to one person, with the tasks of the owner, and tells them once', async () => {
    const deals = [await runningDeal(world), await runningDeal(world)];
    const answer = await deactivate('sam', { deals: toSue(), tasks: { to: 'queue' } });
    expect(answer.status).toBe(200);
    for (const deal of deals) {
      await owned(deal, 'sue');
      expect((await dealTask(world, deal, 'call')).assignee?.id).toBe(world.people.id.sue);
    }
    expect(await bellOf('sue')).toEqual([
      expect.stringMatching(/^You took over \d deals from sam/),
    ]);
    expect(await bellOf('mona')).toEqual([]);
  });

  it('hands over although no worker is there, once there is one again', async () => {
    const deal = await runningDeal(world);
    const worker = world.stack.workers[0]!;
    await worker.kill();
    const answer = await deactivate('sam', { deals: toSue(), tasks: { to: 'nobody' } });
    expect(answer.body).toMatchObject({ openDeals: 1, handingOver: 1 });
    await worker.restart();
    await owned(deal, 'sue');
  });

  it('gives tasks to a person, and their department a new lead', async () => {
    const deal = await runningDeal(world);
    const survey = await dealTask(world, deal, 'survey');
    await world.as.tom.send('POST', `/tasks/${survey.id}/claim`, { revision: survey.revision });
    const { ada } = world.people.id;
    await deactivate('tom', {
      deals: { to: 'nobody' },
      tasks: { to: 'person', person: ada },
      lead: ada,
    });
    expect(await dealTask(world, deal, 'survey')).toMatchObject({
      assignee: { id: ada },
      state: 'assigned',
    });
    const lead = await world.prisma.department.findUnique({ where: { key: 'technical' } });
    expect(lead?.leadId).toBe(ada);
    expect(await bellOf('ada')).toEqual(['You took over 1 task from tom']);
  });

  it('gives tasks back to their queues, and those without one are without owner', async () => {
    const deal = await runningDeal(world);
    const survey = await dealTask(world, deal, 'survey');
    await world.as.tom.send('POST', `/tasks/${survey.id}/claim`, { revision: survey.revision });
    await deactivate('tom', { deals: { to: 'nobody' }, tasks: { to: 'queue' } });
    expect(await dealTask(world, deal, 'survey')).toMatchObject({ assignee: null, state: 'ready' });
  });

  it('refuses somebody who cannot take it over, and leaves everything as it was', async () => {
    const { tom } = world.people.id;
    const answer = await deactivate('sam', {
      deals: { to: 'person', person: tom },
      tasks: { to: 'queue' },
    });
    expect(problemOf(answer)).toMatchObject({
      code: 'unknown-reference',
      paths: ['handOver.deals.person'],
    });
    const sam = await world.prisma.person.findUnique({ where: { id: world.people.id.sam } });
    expect(sam?.active).toBe(true);
  });

  it('makes what is not handed over visible to managers as without owner, who can take it', async () => {
    const deal = await runningDeal(world);
    await deactivate('sam');
    expect(await bellOf('mona')).toEqual([
      expect.stringMatching(/^sam has left: .* without owner$/),
    ]);
    const board = await world.as.mona.get<Board>(`/board?process=${processKey}&owner=nobody`);
    expect(board.figures.withoutOwner).toBe(board.openDeals);
    expect(board.openDeals).toBeGreaterThan(0);
    const call = (await withoutOwner('mona')).find(({ dealId }) => dealId === deal)!;
    expect(call.assignee?.id).toBe(world.people.id.sam);
    const counts = await world.as.mona.get<{ withoutOwner: number }>('/tasks/counts');
    expect(counts.withoutOwner).toBe((await withoutOwner('mona')).length);
    await world.as.mona.send('POST', `/tasks/${call.id}/claim`, { revision: call.revision });
    expect((await withoutOwner('mona')).map(({ id }) => id)).not.toContain(call.id);
    expect(await withoutOwner('ada')).toEqual([]);
  });
});
