import { chooseFromPool } from '#core/assignment/choose.ts';
import { poolAskOf } from '#core/assignment/pool-ask.ts';
import type { Pool } from '#core/assignment/pool.ts';
import type { World as Answering } from '#core/world/world.ts';
import { sampleWorld } from '#core/world/testing/sample-world.ts';
import { offerDrawing } from '../worker-drawings.ts';
import { createWorld, publish, type World } from '../worker-world.ts';

/** One alone: whose turn it is depends on no other deal, so that many can run at once. */
const tess = { person: 'tess', tags: ['a', 'roof'] };
const pool: Pool = {
  members: [
    {
      ...tess,
      openEffort: 0,
      capacity: 1,
      hasRoom: true,
      worksBeforeDue: true,
      lastAssignedAt: null,
    },
  ],
  absences: new Map(),
  pointer: null,
  before: null,
};
const nobody: Pool = { ...pool, members: [] };

/** The calendars and people of the sample world, with a pool of one; it answers without a database. */
export const pureWorld: Answering = {
  ...sampleWorld,
  assignee: (ask) => {
    const { assign } = ask;
    const isTechnical = assign.kind === 'department' && assign.department === 'technical';
    return chooseFromPool(isTechnical ? pool : nobody, poolAskOf(ask));
  },
  /** Nobody of the rows below has a role that may be asked. */
  deciders: (to, notBy) => {
    const isTess = to.kind === 'department' && to.department === 'technical';
    return isTess && !notBy.includes(tess.person) ? 1 : 0;
  },
};

/** The same calendars and people as rows, and the process `other` that random processes start. */
export async function createSampleWorld(): Promise<World> {
  const world = await createWorld(offerDrawing);
  const { database } = world;
  for (const department of ['technical', 'closed']) {
    const { key = '', zone, week } = pureWorld.calendar({ calendar: 'always', department });
    await database.calendar.create({ data: { key, name: key, zone, week: week as object } });
  }
  for (const id of ['olga', 'otto', 'pia', 'anna', 'lena', 'leo', 'lisa', 'lead', 'tess']) {
    const tags = id === tess.person ? tess.tags : [];
    await database.person.create({ data: { id, name: id, email: `${id}@sample.test`, tags } });
  }
  await database.department.update({
    where: { key: 'technical' },
    data: {
      calendarKey: 'technical',
      leadId: 'lead',
      members: { deleteMany: {}, create: [{ personId: 'tess' }] },
    },
  });
  await database.department.create({
    data: { key: 'closed', name: 'Closed', calendarKey: 'closed' },
  });
  await publish(database, offerDrawing, 'other');
  return world;
}
