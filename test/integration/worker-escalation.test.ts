import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complete } from './worker-events.ts';
import { lateDrawing } from './worker-drawings.ts';
import { createWorld, eventually, type DealRef, type World } from './worker-world.ts';

let world: World;
let worker: { stop(): Promise<void> };

beforeAll(async () => {
  world = await createWorld(lateDrawing);
  worker = await world.startWorker();
});
afterAll(async () => {
  await worker?.stop();
  await world?.close();
});

const notices = (deal: DealRef) =>
  world.database.notification.findMany({ where: deal, orderBy: { at: 'asc' } });
const told = async (deal: DealRef, kind: string, level?: string) => {
  const rows = (await notices(deal)).filter((row) => row.kind === kind);
  const of = rows.filter((row) => !level || (row.data as { level?: string }).level === level);
  return of.map(({ personId }) => personId).toSorted();
};

describe('a task that is late', () => {
  it('is escalated level by level, each once, to the people who are there now', async () => {
    const { tina, sam, mona } = world.people;
    const deal = await world.startDeal();
    await eventually(async () => (await told(deal, 'escalation', 'late')).length > 0);
    expect(await told(deal, 'escalation', 'due')).toEqual([sam, tina].toSorted());
    expect(await told(deal, 'escalation', 'late')).toEqual([mona, tina].toSorted());
    const [row] = await world.database.task.findMany({ where: deal });
    expect(row).toMatchObject({ level: 'late', state: 'ready' });
    const data = (await notices(deal)).map((notice) => notice.data);
    expect(data).toContainEqual(
      expect.objectContaining({
        stepName: 'Survey the roof',
        stageName: 'Do the work',
        taskId: row!.id,
        due: row!.dueAt!.toISOString(),
      }),
    );
    const clock = await world.database.clock.findFirstOrThrow({
      where: { ...deal, taskKey: row!.key },
    });
    expect(clock).toMatchObject({ state: 'breached', calendarKey: 'always', calendarRevision: 1 });
    const mails = await world.database.message.findMany({ where: { ...deal, kind: 'notice' } });
    expect(mails).toHaveLength((await notices(deal)).length);
    await world.runs.act(deal, complete('survey', { stage: 'work' }));
    expect(
      await world.database.clock.findFirst({ where: { ...deal, taskKey: row!.key } }),
    ).toMatchObject({
      state: 'metLate',
    });
  });

  it('tells the managers when nobody else is left to tell', async () => {
    const deal = await world.startDeal();
    await eventually(async () => (await told(deal, 'notify')).length > 0);
    expect(await told(deal, 'notify')).toEqual([world.people.mona]);
    const [first] = await notices(deal);
    expect(first!.data).toMatchObject({ message: 'It began.', stepName: 'Tell' });
  });
});
