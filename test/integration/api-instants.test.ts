import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Board, DealDetail } from '#api/contract/deals.ts';
import { weekdays } from '#core/time/calendar.ts';
import { publishProcess } from '../support/publish.ts';
import { drawing } from './api-drawing.ts';
import { dealTask, newDeal, openWorld, problemOf, until, type World } from './api-world.ts';

const process = 'TST-2';
const departmentZone = 'Asia/Tokyo';
const [prepare, sign] = drawing.stages;
const hasty = {
  ...drawing,
  stages: [
    {
      ...prepare,
      deadline: { after: { n: 2, unit: 'h' } },
      steps: prepare!.steps.map((step) =>
        step.id === 'survey' ? { ...step, due: { n: 1, unit: 's' } } : step,
      ),
    },
    sign,
  ],
} as typeof drawing;

let world: World;
let deal: string;

beforeAll(async () => {
  world = await openWorld();
  const week = Object.fromEntries(weekdays.map((day) => [day, [{ from: '00:00', to: '24:00' }]]));
  const calendar = { key: 'far', name: 'Far', zone: departmentZone, week };
  await world.prisma.calendar.create({ data: calendar });
  const where = { key: 'technical' };
  await world.prisma.department.update({ where, data: { calendarKey: 'far' } });
  await publishProcess(world.as.root, process, hasty);
  const { id } = await world.as.sam.send<{ id: string }>('POST', '/deals', {
    ...newDeal(),
    process,
  });
  deal = id;
  await dealTask(world, deal, 'survey');
});
afterAll(() => world?.stop());

const detail = () => world.as.sam.get<DealDetail>(`/deals/${deal}`);

/** A zone with whole hours in which an instant has this hour of the day, from 0 to 12. */
function zoneWithHour(at: string, hour: number): string {
  const ahead = (((hour - new Date(at).getUTCHours()) % 24) + 24) % 24;
  const offset = ahead > 14 ? ahead - 24 : ahead;
  if (offset === 0) return 'UTC';
  return `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
}

interface Notice {
  title: string;
  due: { at: string; zone: string } | null;
}
interface Line {
  type: string;
  title: string;
  reason: string | null;
  when: { text: string; at: string; zone: string | null } | null;
}
const timeline = async () =>
  (await world.as.sam.get<{ items: Line[] }>(`/deals/${deal}/timeline?limit=100`)).items;

describe('what is due today', () => {
  it('goes by the day of the zone that is asked with, in the figures, the cards and the list', async () => {
    const { dueAt, dueZone } = (await detail()).stageClock!;
    expect(dueZone).toBe('UTC');
    const figures = async (hour: number) => {
      const query = `process=${process}&zone=${encodeURIComponent(zoneWithHour(dueAt, hour))}`;
      const board = await world.as.sam.get<Board>(`/board?${query}`);
      const today = await world.as.sam.get<Board>(`/board?${query}&due=today`);
      const list = await world.as.sam.get<{ items: { id: string }[] }>(
        `/deals?${query}&state=open&due=today&limit=10`,
      );
      const cards = today.columns.flatMap((column) => column.cards.map(({ id }) => id));
      return [board.figures.dueToday, cards, list.items.map(({ id }) => id)];
    };
    expect(await figures(12)).toEqual([1, [deal], [deal]]);
    expect(await figures(0)).toEqual([0, [], []]);
  });

  it.each(['/board', '/deals'])('refuses a zone that nobody knows, at %s', async (path) => {
    const asked = `${path}?process=${process}&zone=Mars/Base&state=open&limit=10`;
    const answer = await world.as.sam.request('GET', asked);
    expect(problemOf(answer)).toMatchObject({ status: 400, paths: ['zone'] });
  });
});

describe('a due', () => {
  it('is an instant with the zone of the department’s calendar, on the task and on the deal', async () => {
    const { id, dueAt, ...task } = await dealTask(world, deal, 'survey');
    expect(task).toMatchObject({ dueZone: departmentZone });
    const { tasks, exits } = await detail();
    expect(tasks.find((each) => each.id === id)).toMatchObject({ dueAt, dueZone: departmentZone });
    const gate = exits.flatMap(({ items }) => items).find(({ taskId }) => taskId === id);
    expect(gate?.due).toEqual({ at: dueAt, zone: departmentZone });
  });

  it('is data beside the words of the bell and of the timeline', async () => {
    const { dueAt: at } = await dealTask(world, deal, 'survey');
    const notice = await until(async () => {
      const { items } = await world.as.sam.get<{ items: Notice[] }>('/notifications');
      return items.find(({ title }) => title.startsWith('“Survey the roof”'));
    }, 'the notice of the survey');
    expect(notice.due).toEqual({ at, zone: departmentZone });
    expect(notice.title).toBe('“Survey the roof” was due');
    const raised = await until(
      async () => (await timeline()).find(({ type }) => type === 'Escalated'),
      'the line of the level',
    );
    expect(raised.when).toEqual({ text: 'Its due is', at, zone: departmentZone });
    expect(raised.reason).toBe('Told: sam.');
  });

  it('of a hold is an instant without a zone: a person chose it', async () => {
    const end = new Date(Date.now() + 86_400_000).toISOString();
    const hold = { until: end, reason: 'They build first.', heldUntil: null };
    await world.as.sam.send('POST', `/deals/${deal}/hold`, hold);
    const held = await until(
      async () => (await timeline()).find(({ type }) => type === 'RunHeld'),
      'the line of the hold',
    );
    expect(held).toMatchObject({
      title: 'sam put the deal on hold',
      when: { text: 'Until', at: end, zone: null },
    });
  });
});
