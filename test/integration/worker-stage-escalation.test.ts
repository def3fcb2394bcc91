import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lateDrawing } from './worker-drawings.ts';
import { createWorld, eventually, type DealRef, type World } from './worker-world.ts';

const [stage] = lateDrawing.stages;
const drawing = {
  ...lateDrawing,
  policies: [
    {
      id: 'default',
      name: 'Default',
      levels: [
        { id: 'due', offset: { n: 0, unit: 's' }, to: [{ kind: 'assignee' }] },
        // Far apart: a run that wakes after both tells the higher level only.
        { id: 'late', offset: { n: 6, unit: 's' }, to: [{ kind: 'departmentLead' }] },
      ],
    },
  ],
  stages: [{ ...stage, deadline: { after: { n: 1, unit: 's' } } }],
};

let world: World;
let worker: { stop(): Promise<void> };
beforeAll(async () => {
  world = await createWorld(drawing as typeof lateDrawing);
  worker = await world.startWorker();
});
afterAll(async () => {
  await worker?.stop();
  await world?.close();
});

/** Whom the levels of the stage's clock told. */
const told = async (deal: DealRef, level: string) => {
  const rows = await world.database.notification.findMany({
    where: { ...deal, key: { startsWith: `level:stage:work:1:1:${level}` } },
  });
  return rows.map(({ personId }) => personId).toSorted();
};

describe('a stage that is late', () => {
  it('tells the owner where the assignee is drawn, and the lead of the owner’s department', async () => {
    const { sam, tina } = world.people;
    await world.database.departmentMember.createMany({
      data: [{ personId: sam, departmentKey: 'technical' }],
      skipDuplicates: true,
    });
    const deal = await world.startDeal();
    await eventually(async () => (await told(deal, 'late')).length > 0);
    expect(await told(deal, 'due')).toEqual([sam]);
    expect(await told(deal, 'late')).toEqual([tina]);
  });

  it('tells operations where there is neither an owner nor a manager', async () => {
    const { mona } = world.people;
    await world.database.person.update({ where: { id: mona }, data: { role: 'ops' } });
    const deal = await world.startDeal({ owner: null });
    await eventually(async () => (await told(deal, 'due')).length > 0);
    expect(await told(deal, 'due')).toEqual([mona]);
  });
});
