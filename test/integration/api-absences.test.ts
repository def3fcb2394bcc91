import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processKey } from './api-drawing.ts';
import { openWorld, problemOf, runningDeal, type World } from './api-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

interface Absence {
  id: string;
  revision: number;
  person: { id: string };
  substitute: { id: string } | null;
}
const july = { from: '2030-07-01T00:00:00Z', to: '2030-07-15T00:00:00Z' };

describe('absences', () => {
  it('are written down by people for themselves, and by managers for others', async () => {
    const { id } = world.people;
    const { tom, sue, mona } = world.as;
    const own = { person: id.tom, substitute: id.ada, ...july };
    const absence = await tom.send<Absence>('POST', '/absences', own);
    expect(absence).toMatchObject({ person: { id: id.tom }, substitute: { id: id.ada } });
    const change = { revision: absence.revision, ...july, to: '2030-07-20T00:00:00Z' };
    const other = await sue.request('PUT', `/absences/${absence.id}`, { body: change });
    expect(problemOf(other)).toMatchObject({ status: 403, code: 'forbidden' });
    const changed = await mona.send<Absence>('PUT', `/absences/${absence.id}`, change);
    expect(changed).toMatchObject({ revision: 2, substitute: null });
    const late = await tom.request('POST', `/absences/${absence.id}/remove`, {
      body: { revision: 1 },
    });
    expect(problemOf(late)).toMatchObject({ status: 409, code: 'stale' });
    await tom.send('POST', `/absences/${absence.id}/remove`, { revision: 2 });
  });

  it('are seen by whose they are, by who stands in, and by those who plan work', async () => {
    const { id } = world.people;
    const { tom, ada, sam, olga } = world.as;
    const { items: people } = await tom.get<{ items: { name: string }[] }>('/absences/people');
    expect(people.map(({ name }) => name)).toEqual(expect.arrayContaining(['ada', 'mona', 'tom']));
    const away = { person: id.tom, substitute: id.ada, ...july };
    const { revision, ...absence } = await tom.send<Absence>('POST', '/absences', away);
    const seen = await Promise.all(
      [tom, ada, sam, olga].map((who) => who.get<{ items: Absence[] }>('/absences')),
    );
    expect(seen.map(({ items }) => items.length)).toEqual([1, 1, 0, 1]);
    await tom.send('POST', `/absences/${absence.id}/remove`, { revision });
  });

  it('name everything that is wrong with them', async () => {
    const { id } = world.people;
    const wrong = { person: id.tom, substitute: id.tom, from: july.to, to: july.from };
    const refused = problemOf(await world.as.tom.request('POST', '/absences', { body: wrong }));
    expect(refused).toMatchObject({ code: 'invalid-input', paths: ['to', 'substitute'] });
  });
});

describe('a process that is paused', () => {
  it('tells every open deal, and is told once', async () => {
    const { as, prisma } = world;
    const deal = await runningDeal(world);
    const paused = await as.olga.send('POST', `/processes/${processKey}/pause`, {});
    expect(paused).toEqual({ ok: true, deals: 1 });
    const again = await as.olga.request('POST', `/processes/${processKey}/pause`, { body: {} });
    expect(problemOf(again)).toMatchObject({ status: 409, code: 'not-open' });
    await as.olga.send('POST', `/processes/${processKey}/resume`, {});
    const rows = await prisma.runSignal.findMany({
      where: { dealId: deal },
      orderBy: { createdAt: 'asc' },
    });
    const told = rows.map(({ event }) => (event as { kind: string }).kind);
    expect(told).toEqual(['pauseProcess', 'resumeProcess']);
  });
});
