import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clock } from '#core/run/state/clock-state.ts';
import type { Effect } from '#core/run/contract/effect.ts';
import { at, effectsDrawing, writer } from './effects-world.ts';
import { createWorld, type DealRef, type World } from './worker-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld(effectsDrawing());
});
afterAll(() => world?.close());

const clock = 'task:work:survey:1:1';
const ask = (cycle: number): Effect => ({
  key: `clock:${cycle}`,
  kind: 'startClock',
  clock,
  cycle,
  stage: 'work',
  task: at('survey'),
  from: Date.now(),
  after: { n: 1, unit: 'd' },
  calendar: { calendar: 'always' },
  levels: [],
});
const of = (kind: 'breachClock' | 'resumeClock' | 'takeBackNote', cycle = 1): Effect => {
  return { key: `${kind}:${cycle}`, kind, clock, cycle };
};
const late = (): { clocks: Clock[] } => ({
  clocks: [{ id: clock, cycle: 1, stage: 'work', startedAt: 0, breached: true, levels: [] }],
});
const noted = (): Effect => ({
  key: 'acknowledge',
  kind: 'acknowledgeClock',
  clock,
  cycle: 1,
  by: world.people.sam,
  from: Date.now(),
  quiet: { n: 4, unit: 'bh' },
  calendar: { calendar: 'always' },
});

async function lateTask() {
  const deal = await world.writeStart({ secondsAgo: 0 });
  const write = writer(world, deal);
  const { sam } = world.people;
  const assign = { kind: 'owner' } as const;
  const open = { key: 'open', kind: 'openTask', task: at('survey'), state: 'ready' } as const;
  await write({ effects: [{ ...open, assign, owner: sam, mandatory: true }, ask(1)] });
  await write({ effects: [of('breachClock')], state: late() });
  return { deal, write };
}
const rows = (deal: DealRef) =>
  world.database.clock.findMany({ where: { ...deal, clock }, orderBy: { cycle: 'asc' } });

describe('the rows of a clock that is late', () => {
  it('say who took note, and no longer when the note was taken back', async () => {
    const { deal, write } = await lateTask();
    await write({ effects: [noted()], state: late() });
    expect(await rows(deal)).toMatchObject([
      { state: 'breached', acknowledgedById: world.people.sam },
    ]);
    await write({ effects: [of('takeBackNote')], state: late() });
    expect(await rows(deal)).toMatchObject([
      { state: 'breached', acknowledgedAt: null, acknowledgedById: null },
    ]);
  });

  it('go on in a later cycle as late, with the note, and the earlier row is over', async () => {
    const { deal, write } = await lateTask();
    await write({ effects: [noted()], state: late() });
    await write({ effects: [ask(2)], state: late() });
    expect(await rows(deal)).toMatchObject([
      { cycle: 1, state: 'breached', stoppedAt: expect.any(Date) },
      { cycle: 2, state: 'breached', stoppedAt: null, acknowledgedById: world.people.sam },
    ]);
  });

  it('run again in the same cycle after a pause, and the task has its due again', async () => {
    const { deal, write } = await lateTask();
    const [{ dueAt } = { dueAt: null }] = await rows(deal);
    await write({
      effects: [{ key: 'p', kind: 'pauseClock', clock, cycle: 1, why: 'hold' }],
      state: late(),
    });
    expect(await world.database.task.findFirst({ where: deal })).toMatchObject({ dueAt: null });
    await write({ effects: [of('resumeClock')], state: late() });
    expect(await rows(deal)).toMatchObject([{ state: 'breached', pauses: [], pausedAt: null }]);
    expect(await world.database.task.findFirst({ where: deal })).toMatchObject({ dueAt });
  });
});
