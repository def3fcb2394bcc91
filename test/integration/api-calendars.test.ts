import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, problemOf, runningDeal, until, type World } from './api-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

const day = [{ from: '09:00', to: '17:00' }];
const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] };
const hours = { zone: 'Europe/Warsaw', week, exceptions: [] as object[] };
const put = (calendar: object) =>
  world.as.olga.request('PUT', '/admin/calendars/office', { body: { name: 'Office', calendar } });
const revisions = () =>
  world.prisma.calendarRevision.findMany({
    where: { key: 'office' },
    orderBy: { revision: 'asc' },
  });

describe('the revisions of a calendar', () => {
  it('are all kept, each with who wrote it', async () => {
    const calendar = { ...hours, revision: 0 };
    await world.as.olga.send('POST', '/admin/calendars', { key: 'office', name: 'O', calendar });
    const exceptions = [{ date: '2026-12-24', intervals: [], name: 'Christmas Eve' }];
    expect((await put({ ...hours, exceptions, revision: 1 })).status).toBe(200);
    const [first, second, ...more] = await revisions();
    expect(more).toEqual([]);
    expect(first).toMatchObject({ ...hours, revision: 1, byId: world.people.id.olga });
    expect(second).toMatchObject({ ...hours, exceptions, revision: 2 });
  });

  it('do not grow by a change that is refused', async () => {
    const before = await revisions();
    expect(problemOf(await put({ ...hours, revision: 1 }))).toMatchObject({ code: 'stale' });
    const bad = [{ date: '2026-02-30', intervals: [{ from: '17:00', to: '09:00' }] }];
    expect(problemOf(await put({ ...hours, exceptions: bad, revision: 2 }))).toMatchObject({
      status: 400,
      paths: ['calendar.exceptions.0.date', 'calendar.exceptions.0.intervals.0.to'],
    });
    expect(await revisions()).toEqual(before);
  });
});

interface Holidays {
  items: { date: string; name: string }[];
}
const holidays = (query: string) => world.as.olga.get<Holidays>(`/admin/holidays?${query}`);

describe('public holidays', () => {
  it('are offered for every country and its regions', async () => {
    const { items } = await world.as.olga.get<{ items: { country: string; regions: object[] }[] }>(
      '/admin/holiday-places',
    );
    expect(items.length).toBeGreaterThan(150);
    const germany = items.find(({ country }) => country === 'DE');
    expect(germany?.regions).toContainEqual({ region: 'BY', name: 'Bayern' });
    expect(germany?.regions).toContainEqual({ region: 'BY-A', name: 'Bayern, Stadt Augsburg' });
  });

  it('are those of the years asked for, in order', async () => {
    const { items } = await holidays('country=PL&from=2026&to=2027');
    expect(items[0]).toEqual({ date: '2026-01-01', name: "New Year's Day" });
    expect(items).toContainEqual({ date: '2026-12-24', name: 'Christmas Eve' });
    expect(items).toContainEqual({ date: '2027-03-29', name: 'Easter Monday' });
    expect(items.map(({ date }) => date)).toEqual(items.map(({ date }) => date).toSorted());
  });

  it('are days off, and no other days of note', async () => {
    const { items } = await holidays('country=DE&from=2026&to=2026');
    const names = items.map(({ name }) => name);
    expect(names).toContain('Easter Monday');
    expect(names).not.toContain("Mother's Day");
  });

  it('are those of the region', async () => {
    const dates = async (region: string) =>
      (await holidays(`country=DE&region=${region}&from=2026&to=2026`)).items.map((h) => h.date);
    expect(await dates('BY')).toContain('2026-01-06');
    expect(await dates('BE')).not.toContain('2026-01-06');
    expect(await dates('BY-A')).toContain('2026-08-08');
  });

  it('name every day of a feast that lasts several, and no half days', async () => {
    const { items } = await holidays('country=TR&from=2026&to=2026');
    const feast = items.filter(({ name }) => name.startsWith('Feast of the Sacrifice'));
    expect(feast.map(({ date }) => date)).toEqual([
      '2026-05-27',
      '2026-05-28',
      '2026-05-29',
      '2026-05-30',
    ]);
    const iceland = await holidays('country=IS&from=2026&to=2026');
    expect(iceland.items.map(({ date }) => date)).not.toContain('2026-12-24');
  });

  it.each([
    ['country=XX&from=2026&to=2026', 422, 'country'],
    ['country=DE&region=ZZ&from=2026&to=2026', 422, 'region'],
    ['country=pl&from=2026&to=2026', 400, 'country'],
    ['country=PL&from=2027&to=2026', 400, 'to'],
    ['country=PL&from=2001&to=2026', 400, 'to'],
    ['country=PL&from=1066&to=1066', 400, 'from'],
  ])('refuse %s and name the field', async (query, status, path) => {
    const answer = await world.as.olga.request('GET', `/admin/holidays?${query}`);
    const problem = problemOf(answer);
    expect(problem.status).toBe(status);
    expect(problem.paths).toContain(path);
  });
});

describe('a new revision of a calendar', () => {
  it('moves what open deals count on it, and their journal says what moved', async () => {
    const dealId = await runningDeal(world);
    const clocks = () =>
      world.prisma.clock.findMany({
        where: { dealId, stoppedAt: null },
        orderBy: { clock: 'asc' },
      });
    const [before] = await clocks();
    const row = await world.prisma.calendar.findUniqueOrThrow({
      where: { key: before!.calendarKey },
    });
    const { key, name, zone, week: hoursNow, revision } = row;
    const lastDay = new Date(before!.dueAt.getTime() - 1).toISOString().slice(0, 10);
    const exceptions = [{ date: lastDay, intervals: [] }];
    const calendar = { zone, week: hoursNow, exceptions, revision };
    const answer = await world.as.olga.request('PUT', `/admin/calendars/${key}`, {
      body: { name, calendar },
    });
    expect(answer.status).toBe(200);
    const after = await until(async () => {
      const now = await clocks();
      return now.find(({ clock, cycle }) => clock === before!.clock && cycle > before!.cycle);
    }, 'the recalculated clock');
    expect(after.dueAt.getTime()).toBeGreaterThan(before!.dueAt.getTime());
    expect(after.calendarRevision).toBe(revision + 1);
    const fact = await world.prisma.runFact.findFirstOrThrow({
      where: { dealId, type: 'ClockRecalculated' },
    });
    expect(fact.data).toMatchObject({ clock: before!.clock, was: before!.dueAt.getTime() });
  });
});
