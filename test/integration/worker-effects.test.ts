import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Effect } from '#core/run/contract/effect.ts';
import type { Fact } from '#core/run/contract/fact.ts';
import type { Assignee } from '#core/drawing/people.ts';
import { at, effectsDrawing, writer } from './effects-world.ts';
import { createWorld, type DealRef, type World } from './worker-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld(effectsDrawing());
});
afterAll(() => world?.close());

async function newDeal() {
  const deal = await world.writeStart({ secondsAgo: 0 });
  return { deal, write: writer(world, deal) };
}

const open = (step: string, assign: Assignee, item?: string): Effect => ({
  key: `open:${step}:${item}`,
  kind: 'openTask',
  task: at(step, item),
  state: 'ready',
  assign,
  owner: world.people.sam,
  mandatory: true,
});
const closed = (outcome: 'won' | 'continued'): Fact => {
  return { type: 'RunClosed', outcome, reasons: [], by: null };
};
const tasks = (where: DealRef) => world.database.task.findMany({ where, orderBy: { key: 'asc' } });
const row = ({ dealId }: DealRef) =>
  world.database.deal.findUniqueOrThrow({ where: { id: dealId } });

describe('the effects of a run, written to PostgreSQL', () => {
  it('open a task for each item and each approver, with who may not have it', async () => {
    const { deal, write } = await newDeal();
    const technical = { kind: 'department', department: 'technical' } as const;
    const part = open('approve', { kind: 'role', role: 'manager' }, 'boss');
    await write({
      effects: [
        open('ask', technical, 'roof'),
        open('ask', technical, 'wire'),
        { ...part, notBy: [world.people.tom] } as Effect,
      ],
    });
    expect(await tasks(deal)).toMatchObject([
      { key: 'task:work:approve:1:1:boss', kind: 'approval', role: 'manager', item: 'boss' },
      { key: 'task:work:ask:1:1:roof', kind: 'item', title: 'Ask for an offer: Roofers' },
      { key: 'task:work:ask:1:1:wire', title: 'Ask for an offer: Electricians' },
    ]);
    expect((await tasks(deal))[0]).toMatchObject({ notBy: [world.people.tom], state: 'ready' });
  });

  it('E13: begin the next round of a task that was recalled with its draft', async () => {
    const { deal, write } = await newDeal();
    await write({ effects: [open('survey', { kind: 'owner' })] });
    await world.database.task.updateMany({ where: deal, data: { draft: { price: 5 } } });
    const recalled = { kind: 'closeTask', as: 'recalled', why: 'rework', by: null } as const;
    const again = open('survey', { kind: 'owner' }) as Extract<Effect, { kind: 'openTask' }>;
    await write({
      effects: [
        { key: 'close', task: at('survey'), ...recalled },
        { ...again, key: 'again', task: { ...at('survey'), round: 2 } },
      ],
    });
    await write({});
    expect(await tasks(deal)).toMatchObject([
      { round: 1, state: 'recalled' },
      { round: 2, state: 'assigned', draft: null },
    ]);
  });

  it('let a task wait without a due, and go on', async () => {
    const { deal, write } = await newDeal();
    await write({ effects: [open('survey', { kind: 'owner' })] });
    const key = 'task:work:survey:1:1';
    await world.database.task.updateMany({ where: deal, data: { dueAt: new Date() } });
    const wait = { key: 'w', kind: 'waitTask', task: at('survey'), by: null, note: null } as const;
    await write({
      effects: [
        { ...wait, why: 'customer' },
        { key: 'p', kind: 'pauseClock', clock: key, cycle: 1, why: 'customer' },
      ],
    });
    expect(await tasks(deal)).toMatchObject([{ waiting: 'customer', dueAt: null }]);
    await write({ effects: [{ ...wait, key: 'g', why: null }] });
    expect(await tasks(deal)).toMatchObject([{ waiting: null, waitingSince: null }]);
  });

  it('E19: show a deal on hold until its hold ends, and at risk while the clock runs', async () => {
    const { deal, write } = await newDeal();
    const until = Date.now() + 60_000;
    const clock = { id: 'stage:work:1', cycle: 1, stage: 'work', startedAt: 1, breached: true };
    await write({
      effects: [
        { key: 'f', kind: 'freeze', by: null, freeze: 'hold', until, reason: 'note' },
        { key: 'r', kind: 'markAtRisk', clock: clock.id, level: 'l' },
      ],
      state: { freezes: [{ id: 'hold', until }], clocks: [{ ...clock, levels: [] }] },
    });
    const held = { state: 'on_hold', heldUntil: new Date(until), holdReason: 'note' };
    expect(await row(deal)).toMatchObject({ ...held, atRiskClock: clock.id });
    await write({ effects: [{ key: 'g', kind: 'freeze', by: null, freeze: null }] });
    const free = { state: 'open', heldUntil: null, holdReason: null, atRiskClock: null };
    expect(await row(deal)).toMatchObject(free);
  });

  it('start another process with its fields and contact, and hear of its end', async () => {
    const { deal, write } = await newDeal();
    const fields = { price: 700, phone: '+48 600' };
    await world.database.deal.update({ where: { id: deal.dealId }, data: { fields } });
    const mapping = ['price', 'phone'].map((id) => ({ from: id, to: id }));
    const start = {
      kind: 'startProcess',
      step: at('build'),
      process: 'test',
      waits: true,
    } as const;
    await write({ effects: [{ key: 'build', fields: mapping, ...start }] });
    const child = await world.database.deal.findFirstOrThrow({
      where: { parentDealId: deal.dealId },
    });
    expect(child).toMatchObject({ fields, contactId: (await row(deal)).contactId });
    const begin = await world.database.runStart.findFirstOrThrow({ where: { dealId: child.id } });
    expect(begin.event).toMatchObject({ isSet: { phone: true } });
    expect(JSON.stringify(begin.event)).not.toContain('+48 600');

    await world.database.deal.update({
      where: { id: child.id },
      data: { fields: { result: 'ok' } },
    });
    await writer(world, { dealId: child.id, runNo: 1 })({
      facts: [closed('won')],
      state: { status: 'won' },
    });
    const signals = await world.database.runSignal.findMany({
      where: deal,
      orderBy: { createdAt: 'asc' },
    });
    expect(signals.map(({ event }) => event)).toMatchObject([
      { kind: 'processStarted', deal: child.id },
      { kind: 'processEnded', deal: child.id, outcome: 'won', values: { result: 'ok' } },
    ]);
    const ended = { type: 'ProcessEnded', ...at('build'), deal: child.id, outcome: 'won' } as const;
    await write({ facts: [ended] });
    expect((await row(deal)).fields).toEqual({ ...fields, result: 'ok' });
  });

  it('say that a process without a version cannot be started', async () => {
    const { write } = await newDeal();
    const start = {
      kind: 'startProcess',
      step: at('build'),
      process: 'none',
      waits: true,
    } as const;
    const { answers } = await write({ effects: [{ key: 'b', fields: [], ...start }] });
    expect(answers?.failures).toEqual([
      { effect: 'b', stage: 'work', step: 'build', code: 'not-live' },
    ]);
  });

  it('say of what follows the end that it cannot be started, and close the deal all the same', async () => {
    const { deal, write } = await newDeal();
    const after = { n: 1, unit: 'bd' } as const;
    const follow = { kind: 'followUp' as const, fields: [] };
    const always = { key: 'always' };
    await world.database.calendar.update({ where: always, data: { key: 'away' } });
    const { answers } = await write({
      facts: [closed('won')],
      state: { status: 'won' },
      effects: [
        { key: 'follow:a', process: 'none', ...follow },
        { key: 'follow:b', process: 'test', after, ...follow },
        { key: 'continueIn', kind: 'continueIn', process: 'none' },
      ],
    });
    await world.database.calendar.update({ where: { key: 'away' }, data: always });
    expect(answers?.failures.map(({ effect, code }) => [effect, code])).toEqual([
      ['follow:a', 'not-live'],
      ['follow:b', 'no-calendar'],
      ['continueIn', 'not-live'],
    ]);
    expect(await row(deal)).toMatchObject({ state: 'won', runNo: 1 });
    const others = { parentDealId: deal.dealId };
    expect(await world.database.deal.count({ where: others })).toBe(0);
  });

  it('plan a follow-up for later, and start it not before', async () => {
    const { deal, write } = await newDeal();
    const after = { n: 30, unit: 'd' } as const;
    await write({ effects: [{ key: 'f', kind: 'followUp', process: 'test', fields: [], after }] });
    const [child] = await world.database.deal.findMany({ where: { parentDealId: deal.dealId } });
    expect(child).toMatchObject({ state: 'planned', parentStep: null });
    const start = await world.database.runStart.findFirstOrThrow({ where: { dealId: child!.id } });
    expect(start.notBefore!.getTime()).toBeGreaterThan(Date.now() + 29 * 86_400_000);
  });

  it('go on in another process as the next run', async () => {
    const { deal, write } = await newDeal();
    await write({
      facts: [closed('continued')],
      effects: [{ key: 'c', kind: 'continueIn', process: 'test', stage: 'work' }],
      state: { status: 'continued' },
    });
    const next = { runNo: 2, state: 'starting', closedAt: null, continuedFrom: 'test' };
    expect(await row(deal)).toMatchObject(next);
    const start = await world.database.runStart.findFirstOrThrow({ where: { ...deal, runNo: 2 } });
    expect(start.event).toMatchObject({ kind: 'start', at: { stage: 'work' } });
    await write({});
    expect(await row(deal)).toMatchObject(next);
  });

  it('are not written of a start that knows nothing of a pause: it is folded again with it', async () => {
    const { deal, write } = await newDeal();
    await world.database.process.update({ where: { key: 'test' }, data: { freeze: 'f1' } });
    const start = { id: 's', kind: 'start', by: null, owner: null, values: {}, isSet: {} } as const;
    expect(await write({ events: [start] })).toMatchObject({ freeze: 'f1' });
    expect(await world.database.runBatch.count({ where: deal })).toBe(0);
    expect((await write({ events: [{ ...start, freeze: 'f1' }] })).freeze).toBeUndefined();
    await world.database.process.update({ where: { key: 'test' }, data: { freeze: null } });
    const other = await newDeal();
    expect(await other.write({ events: [{ ...start, freeze: 'f1' }] })).toMatchObject({
      freeze: null,
    });
  });

  it('tell many escalations to one person as one digest', async () => {
    const { deal, write } = await newDeal();
    const now = Date.now();
    const effects = Array.from({ length: 8 }, (_, n): Effect => ({
      key: `level:${n}`,
      kind: 'escalate',
      to: [{ kind: 'person', person: world.people.mona }],
      owner: null,
      clock: 'stage:work:1',
      cycle: n,
      level: 'late',
      stage: 'work',
      due: now,
    }));
    await write({ effects, now });
    const told = await world.database.notification.findMany({ where: deal });
    expect(told.filter(({ kind }) => kind === 'escalation')).toHaveLength(5);
    const digests = told.filter(({ kind }) => kind === 'digest');
    expect(digests.map(({ data }) => data)).toMatchObject([{ count: 3 }]);
    const mails = await world.database.message.findMany({ where: deal });
    expect(mails).toHaveLength(6);
  });
});

describe('a notice to somebody who is away', () => {
  const away = { from: new Date(0), to: new Date(8e12) };
  const note = (person: string): Effect => ({
    key: `note:${person}`,
    kind: 'notify',
    to: [{ kind: 'person', person }],
    owner: null,
    step: at('survey'),
  });
  const toldOf = async (person: string) => {
    const { deal, write } = await newDeal();
    await write({ effects: [note(person)] });
    const rows = await world.database.notification.findMany({ where: deal });
    return rows.map(({ personId }) => personId);
  };

  it('goes to who stands in, and in a circle to the lead of the department', async () => {
    const { sam, tina, tom, mona } = world.people;
    const { absence } = world.database;
    await absence.create({ data: { personId: tom, substituteId: sam, ...away } });
    expect(await toldOf(tom)).toEqual([sam]);
    await absence.create({ data: { personId: sam, substituteId: tom, ...away } });
    expect(await toldOf(tom)).toEqual([tina]);
    await absence.create({ data: { personId: mona, substituteId: null, ...away } });
    expect(await toldOf(mona)).toEqual([mona]);
    await absence.deleteMany();
  });

  it('stays with them when the substitute is on standby', async () => {
    const { mona, sam } = world.people;
    const data = { personId: mona, substituteId: sam, mode: 'standby', ...away };
    await world.database.absence.create({ data });
    expect(await toldOf(mona)).toEqual([mona]);
    await world.database.absence.deleteMany();
  });
});
