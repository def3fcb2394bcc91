import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawingSchema } from '#core/drawing/drawing.ts';
import type { DealDetail } from '#api/contract/deals.ts';
import { publishProcess } from '../support/publish.ts';
import { drawing } from './api-drawing.ts';
import { newDeal, openWorld, problemOf, until, type World } from './api-world.ts';

const [prepare, ...others] = drawing.stages;
/** Late after a second; the owner is told then, the managers two seconds later. */
const late = drawingSchema.parse({
  ...drawing,
  policies: [
    ...drawing.policies,
    {
      id: 'soon',
      name: 'Soon',
      levels: [
        { id: 'due', offset: { n: 0, unit: 's' }, to: [{ kind: 'owner' }] },
        { id: 'higher', offset: { n: 2, unit: 's' }, to: [{ kind: 'managers' }] },
      ],
    },
  ],
  stages: [{ ...prepare, deadline: { after: { n: 1, unit: 's' } }, policy: 'soon' }, ...others],
});

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await publishProcess(world.as.root, 'LATE', late);
});
afterAll(() => world?.stop());

type Clock = DealDetail['clocks'][number];

async function lateClock(dealId: string): Promise<Clock> {
  return until(async () => {
    const { clocks } = await world.as.sam.get<DealDetail>(`/deals/${dealId}`);
    return clocks.find(({ state }) => state === 'breached');
  }, 'the clock of the stage is late');
}

const titles = async (dealId: string) => {
  const { items } = await world.as.sam.get<{ items: { title: string; reason: string | null }[] }>(
    `/deals/${dealId}/timeline`,
  );
  return items.map(({ title, reason }) => [title, reason]);
};

describe('E31: the note of an overdue clock', () => {
  it('is taken by the owner and taken back by a manager, once, and the timeline names both', async () => {
    const { sam, mona } = world.as;
    const { id } = await sam.send<{ id: string }>('POST', '/deals', {
      ...newDeal(),
      process: 'LATE',
    });
    const { clock, cycle } = await lateClock(id);
    const at = { clock, cycle };
    const ask = (by: typeof sam, act: 'acknowledge' | 'take-back-note', body: object = at) =>
      by.request('POST', `/deals/${id}/clocks/${act}`, { body });

    expect(problemOf(await ask(mona, 'take-back-note'))).toMatchObject({
      status: 409,
      code: 'not-open',
    });
    await sam.send('POST', `/deals/${id}/clocks/acknowledge`, at);
    const noted = await lateClock(id);
    expect(noted).toMatchObject({ note: { by: 'sam' }, noteTakenBack: false });
    expect(Date.parse(noted.note!.until!)).toBeGreaterThan(Date.parse(noted.note!.at));

    await mona.send('POST', `/deals/${id}/clocks/take-back-note`, at);
    expect(await lateClock(id)).toMatchObject({ note: null, noteTakenBack: true });
    expect(problemOf(await ask(sam, 'take-back-note'))).toMatchObject({ code: 'not-open' });
    expect(problemOf(await ask(sam, 'acknowledge'))).toMatchObject({ code: 'not-open' });
    const elsewhere = await ask(sam, 'take-back-note', { clock: 'stage:nowhere:1', cycle: 1 });
    expect(problemOf(elsewhere)).toMatchObject({ status: 404 });

    await until(async () => {
      const told = await titles(id);
      return told.find(([title]) => title?.startsWith('Level 2 of “Soon”'));
    }, 'the next level is raised');
    const about = 'the stage “Prepare the offer” is late';
    expect(await titles(id)).toEqual(
      expect.arrayContaining([
        [`sam took note that ${about}`, 'Higher levels wait for four business hours, once.'],
        [`mona took back the note that ${about}`, 'The next levels are due again.'],
      ]),
    );
  });
});
