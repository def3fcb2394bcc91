import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DealDetail } from '#api/contract/deals.ts';
import { publishProcess } from '../support/publish.ts';
import { readCase } from '../support/read-case.ts';
import { newDeal, openWorld, until, type World } from './api-world.ts';

const { key, drawing } = readCase('mail-first');
const [stage] = drawing.stages;
const reasons = { reasons: [{ id: 'other', label: 'Other' }] };

/** Starts the other process by each way there is: a step, an outcome at once and later, an exit. */
const starter = {
  ...drawing,
  name: 'Starter',
  stages: [
    {
      ...stage,
      steps: [
        { id: 'p', kind: 'process', name: 'Start it', process: key },
        stage!.steps.find(({ id }) => id === 't'),
      ],
      links: [],
      exits: [
        { id: 'win', mode: 'manual', to: 'won' },
        { id: 'on', mode: 'manual', to: 'continue', continueIn: { process: key } },
      ],
    },
  ],
  outcomes: {
    lost: reasons,
    won: {
      ...reasons,
      then: [
        { id: 'now', process: key },
        { id: 'later', process: key, after: { n: 1, unit: 'd' } },
      ],
    },
  },
};

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const { week } = await world.prisma.calendar.findUniqueOrThrow({ where: { key: 'always' } });
  const office = { key: 'pl-office', name: 'Office', zone: 'UTC', week: week as object };
  await world.prisma.calendar.create({ data: office });
  await publishProcess(world.as.root, key, drawing);
  await publishProcess(world.as.root, 'STA-1', starter as unknown as { name: string });
});
afterAll(() => world?.stop());

async function register(process: string): Promise<string> {
  const { fields: _fields, ...deal } = newDeal();
  const body = { ...deal, process, fields: {} };
  return (await world.as.sam.send<{ id: string }>('POST', '/deals', body)).id;
}

const pause = () => world.as.olga.send<{ deals: number }>('POST', `/processes/${key}/pause`, {});
const resume = () => world.as.olga.send('POST', `/processes/${key}/resume`, {});
const dealsOf = (where: object = {}) =>
  world.prisma.deal.findMany({ where: { processKey: key, ...where } });
const mailed = async () =>
  (await world.prisma.message.findMany({ where: { kind: 'step' } })).map(({ dealId }) => dealId);

/** Every deal of the process whose run has begun: once all have. */
const begun = () =>
  until(async () => {
    const deals = await dealsOf({ state: { not: 'planned' } });
    return deals.every(({ seq }) => seq > 0) ? deals : undefined;
  }, 'the first batch of every run');

async function inState(dealId: string, state: string): Promise<DealDetail> {
  return until(async () => {
    const deal = await world.as.mona.get<DealDetail>(`/deals/${dealId}`);
    return deal.state === state ? deal : undefined;
  }, `the state ${state} of the deal`);
}

describe('a deal that is made while its process is paused', () => {
  it('begins paused, mails nobody, and mails once when the process goes on', async () => {
    await pause();
    const id = await register(key);
    expect(await inState(id, 'on_hold')).toMatchObject({ stage: 's' });
    expect(await world.prisma.task.count({ where: { dealId: id } })).toBe(0);
    expect(await mailed()).not.toContain(id);
    await resume();
    await inState(id, 'open');
    await until(async () => (await mailed()).includes(id) || undefined, 'the mail');
  });

  it('begins paused as well when another process starts it, when it goes on in it, is reopened or was planned', async () => {
    const again = await register(key);
    const { visit } = await inState(again, 'open');
    const lost = { stage: 's', visit, exit: 'lost', reasons: ['other'] };
    await world.as.sam.send('POST', `/deals/${again}/move`, lost);
    const before = await mailed();
    await pause();
    await world.as.sam.send('POST', `/deals/${again}/reopen`, {
      stage: 's',
      reason: 'She called.',
    });
    const parents = [await register('STA-1'), await register('STA-1')];
    for (const [n, exit] of ['win', 'on'].entries()) {
      const open = await inState(parents[n]!, 'open');
      const way = { stage: 's', visit: open.visit, exit, reasons: ['other'] };
      const override = { reason: 'It is a test.' };
      await world.as.mona.send('POST', `/deals/${parents[n]!}/move`, { ...way, override });
    }
    const planned = await until(async () => (await dealsOf({ state: 'planned' }))[0], 'the plan');
    const due = { notBefore: new Date(Date.now() - 1000) };
    await world.prisma.runStart.updateMany({ where: { dealId: planned.id }, data: due });
    const children = [again, planned.id, parents[1]!];
    for (const id of children) await inState(id, 'on_hold');
    const started = await until(async () => {
      const deals = await dealsOf({ parentDealId: { in: parents } });
      return deals.length === 4 && deals.every(({ seq }) => seq > 0) ? deals : undefined;
    }, 'two deals of a step, two of an outcome');
    expect(new Set(started.map(({ state }) => state))).toEqual(new Set(['on_hold']));
    expect(await mailed()).toEqual(before);
    await resume();
    const all = [...new Set([...children, ...started.map(({ id }) => id)])];
    for (const id of all) await inState(id, 'open');
  });
});

describe('a pause that comes while deals are being made', () => {
  it('reaches every start that is under way: after its answer no run begins to work', async () => {
    for (let round = 0; round < 5; round += 1) {
      const made = Array.from({ length: 8 }, () => register(key));
      await Promise.race(made);
      await pause();
      const worked = new Set(await mailed());
      await Promise.all(made);
      const deals = await begun();
      await until(async () => {
        const open = await dealsOf({ state: 'open' });
        return open.length === 0 || undefined;
      }, 'every deal standing');
      expect(new Set(await mailed())).toEqual(worked);
      expect(deals.length).toBeGreaterThan(0);
      await resume();
      await until(async () => {
        const standing = await dealsOf({ state: 'on_hold' });
        return standing.length === 0 || undefined;
      }, 'every deal going on');
      expect(new Set(await mailed()).size).toBeGreaterThanOrEqual(deals.length);
    }
  }, 120_000);

  it('is not begun with by a run whose start was read before the process went on', async () => {
    const [worker] = world.stack.workers;
    await pause();
    await worker?.stop();
    const id = await register(key);
    await resume();
    await worker?.restart();
    await inState(id, 'open');
    const told = await world.prisma.runSignal.count({ where: { dealId: id } });
    expect(told).toBe(0);
  });
});
