import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Effect } from '#core/run/contract/effect.ts';
import { at, effectsDrawing, writer } from './effects-world.ts';
import { createWorld, type World } from './worker-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld(effectsDrawing());
});
afterAll(() => world?.close());
beforeEach(async () => {
  const id = { in: Object.values(world.people) };
  await world.database.person.updateMany({ where: { id }, data: { active: true } });
  await world.database.absence.deleteMany();
});

const leave = (id: string) =>
  world.database.person.update({ where: { id }, data: { active: false } });

/** Opens a task that is drawn for a person: its row, and who was told of it. */
async function openFor(person: string) {
  const deal = await world.startDeal();
  const assign = { kind: 'person', person } as const;
  const task = at('survey');
  const open: Effect = {
    key: 'open',
    kind: 'openTask',
    task,
    state: 'ready',
    assign,
    owner: null,
    mandatory: true,
  };
  await writer(world, deal)({ effects: [open] });
  const row = await world.database.task.findFirstOrThrow({ where: { dealId: deal.dealId } });
  const told = await world.database.notification.findMany({ where: { dealId: deal.dealId } });
  return { ...row, told: told.map(({ personId, kind }) => ({ personId, kind })) };
}

describe('a task for a person who has left', () => {
  it('E30: goes to whoever stands in for them, who is told', async () => {
    const { tom, sam } = world.people;
    await leave(tom);
    const from = new Date(Date.now() - 60_000);
    const to = new Date(Date.now() + 60_000);
    await world.database.absence.create({
      data: { personId: tom, substituteId: sam, mode: 'active', from, to },
    });
    const task = await openFor(tom);
    expect(task).toMatchObject({ assigneeId: sam, state: 'assigned', assignedWhy: { left: tom } });
    expect(task.told).toEqual([{ personId: sam, kind: 'assigned' }]);
  });

  it('goes to the lead of their department when nobody stands in', async () => {
    const { tom, tina } = world.people;
    await leave(tom);
    const task = await openFor(tom);
    expect(task).toMatchObject({ assigneeId: tina, state: 'assigned' });
    expect(task.told).toEqual([{ personId: tina, kind: 'assigned' }]);
  });

  it('is in the queue of the managers, who are told, when nobody is found', async () => {
    const { tina, mona } = world.people;
    await leave(tina);
    const task = await openFor(tina);
    expect(task).toMatchObject({ assigneeId: null, state: 'ready', role: 'manager' });
    expect(task.told).toEqual([{ personId: mona, kind: 'withoutOwner' }]);
  });

  it('is theirs while they are here, and nobody else is told', async () => {
    const { tom } = world.people;
    const task = await openFor(tom);
    expect(task).toMatchObject({ assigneeId: tom, state: 'assigned', role: null, told: [] });
  });
});
