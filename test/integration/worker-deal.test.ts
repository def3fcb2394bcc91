import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { offerDrawing } from './worker-drawings.ts';
import { complete, move, setField } from './worker-events.ts';
import { createWorld, eventually, type DealRef, type World } from './worker-world.ts';

let world: World;
let worker: { stop(): Promise<void> };

beforeAll(async () => {
  world = await createWorld(offerDrawing);
  worker = await world.startWorker();
});
afterAll(async () => {
  await worker?.stop();
  await world?.close();
});

const dealRow = (ref: DealRef) =>
  world.database.deal.findUniqueOrThrow({ where: { id: ref.dealId } });
const taskRow = (ref: DealRef, step: string) =>
  world.database.task.findFirst({ where: { dealId: ref.dealId, step } });
const factTypes = async ({ dealId }: DealRef) => {
  const facts = await world.database.runFact.findMany({
    where: { dealId },
    orderBy: [{ seq: 'asc' }, { n: 'asc' }],
  });
  return facts.map(({ type }) => type);
};

describe('a deal', () => {
  it('runs from its start to won, and every table follows', async () => {
    const { tom, sam } = world.people;
    const deal = await world.startDeal();
    const survey = await eventually(() => taskRow(deal, 'survey'));
    expect(survey).toMatchObject({
      departmentKey: 'technical',
      state: 'ready',
      title: 'Survey the roof',
      dueUnit: 'd',
    });
    expect(survey.dueAt!.getTime() - survey.openedAt.getTime()).toBe(2 * 86_400_000);
    const first = await dealRow(deal);
    expect(first).toMatchObject({ state: 'open', stage: 'prepare', visit: 1, probability: 20 });
    expect(first.stageDueAt!.getTime() - first.stageEnteredAt!.getTime()).toBe(5 * 86_400_000);

    await done(world.runs.act(deal, complete('survey', { by: tom, values: { size: 12 } })));
    expect(await taskRow(deal, 'survey')).toMatchObject({ state: 'done', closedById: tom });
    expect(await taskRow(deal, 'price')).toMatchObject({ assigneeId: sam, state: 'assigned' });

    await done(world.runs.act(deal, complete('price', { by: sam, values: { price: 500_00 } })));
    const mail = await world.database.message.findFirstOrThrow({ where: deal });
    expect(mail).toMatchObject({ kind: 'step', step: 'send', state: 'planned', subject: null });
    await world.runs.signal(deal, {
      id: `mail:${mail.id}`,
      kind: 'mailResult',
      mail: { stage: 'prepare', step: 'send', visit: 1, round: 1 },
      result: 'sent',
    });
    await eventually(async () => (await dealRow(deal)).stage === 'close');
    expect(await dealRow(deal)).toMatchObject({ probability: 70, stageDueAt: null });

    await done(world.runs.act(deal, move('close', 'won', { by: sam, reasons: ['price'] })));
    const won = await dealRow(deal);
    expect(won).toMatchObject({ state: 'won', probability: 100, outcomeReasons: ['price'] });
    expect(won.closedAt).not.toBeNull();
    expect(await factTypes(deal)).toEqual(expect.arrayContaining(['RunStarted', 'RunClosed']));
    const visits = await world.database.stageVisit.findMany({
      where: deal,
      orderBy: { enteredAt: 'asc' },
    });
    expect(visits.map(({ stage, to, leftAt }) => [stage, to, leftAt !== null])).toEqual([
      ['prepare', 'close', true],
      ['close', 'won', true],
    ]);
    const clocks = await world.database.clock.findMany({ where: deal });
    expect(clocks.map(({ state }) => state)).toEqual(['met', 'met']);
  });

  it('takes nothing more once it is closed', async () => {
    const deal = await world.startDeal();
    await eventually(() => taskRow(deal, 'survey'));
    await done(
      world.runs.act(deal, move('prepare', 'lost', { by: world.people.sam, reasons: ['other'] })),
    );
    expect(await dealRow(deal)).toMatchObject({ state: 'lost', probability: 0 });
    expect(await taskRow(deal, 'survey')).toMatchObject({ state: 'cancelled' });
    const before = await factTypes(deal);
    const late = await world.runs.act(deal, complete('survey', { by: world.people.tom }));
    expect(late.kind).toBe('gone');
    expect(await factTypes(deal)).toEqual(before);
  });

  it('refuses a move with every unmet item, and a stale completion, and changes nothing', async () => {
    const deal = await world.startDeal();
    await eventually(() => taskRow(deal, 'survey'));
    await done(world.runs.act(deal, complete('survey', { by: world.people.tom })));
    const again = await world.runs.act(deal, complete('survey', { by: world.people.tom }));
    expect(again).toMatchObject({ kind: 'refused', refusal: { code: 'not-open' } });
    const elsewhere = await world.runs.act(deal, move('close', 'won', { by: null, reasons: [] }));
    expect(elsewhere).toMatchObject({ kind: 'refused' });
    expect((await factTypes(deal)).filter((type) => type === 'TaskCompleted')).toHaveLength(1);
    expect(await dealRow(deal)).toMatchObject({ stage: 'prepare', seq: 2 });
  });

  it('answers the same act twice and applies it once', async () => {
    const deal = await world.startDeal();
    await eventually(() => taskRow(deal, 'survey'));
    const change = setField('size', 7);
    await done(world.runs.act(deal, change));
    await done(world.runs.act(deal, change));
    expect((await factTypes(deal)).filter((type) => type === 'FieldsSet')).toHaveLength(1);
  });

  it('announces its changes to the screens when they are committed', async () => {
    const deal = await world.startDeal();
    await eventually(() => taskRow(deal, 'survey'));
    const topics = await world.database.change.findMany({
      where: { ref: { in: [deal.dealId, 'technical', 'test'] } },
    });
    expect(new Set(topics.map(({ topic }) => topic))).toEqual(new Set(['deal', 'task', 'board']));
  });
});

async function done(outcome: Promise<{ kind: string }>): Promise<void> {
  expect(await outcome).toMatchObject({ kind: 'done' });
}
