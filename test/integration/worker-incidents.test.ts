import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { weekdays } from '#core/time/calendar.ts';
import { haltIncident, type PersonEvent } from '#core/run/contract/run-contract.ts';
import { complete } from './worker-events.ts';
import { closedDrawing } from './worker-drawings.ts';
import { createWorld, eventually, type DealRef, type World } from './worker-world.ts';

let world: World;
let worker: { stop(): Promise<void> };

beforeAll(async () => {
  world = await createWorld(closedDrawing);
  worker = await world.startWorker();
});
afterAll(async () => {
  await worker?.stop();
  await world?.close();
});
beforeEach(() => setWeek([]));

async function setWeek(day: { from: string; to: string }[]): Promise<void> {
  const week = Object.fromEntries(weekdays.map((name) => [name, day]));
  const data = { week, revision: { increment: 1 } };
  await world.database.calendar.update({ where: { key: 'always' }, data });
}
const open = [{ from: '00:00', to: '24:00' }];
const resolve = (incident: string, choice: 'retry' | 'skip'): PersonEvent => ({
  id: randomUUID(),
  by: world.people.mona,
  kind: 'resolveIncident',
  incident,
  choice,
  reason: null,
});
const incidentOf = (deal: DealRef) =>
  eventually(() => world.database.incident.findFirst({ where: { ...deal, resolvedAt: null } }));
const taskOf = (deal: DealRef) => world.database.task.findFirstOrThrow({ where: deal });

describe('an incident', () => {
  it('stops the step alone, and a retry goes on where it stopped', async () => {
    const deal = await world.startDeal();
    const incident = await incidentOf(deal);
    expect(incident).toMatchObject({ code: 'no-working-time', choices: ['retry', 'skip'] });
    expect((await taskOf(deal)).dueAt).toBeNull();
    await setWeek(open);
    expect(await world.runs.act(deal, resolve(incident.incident, 'retry'))).toMatchObject({
      kind: 'done',
    });
    const { dueAt } = await taskOf(deal);
    expect(dueAt).not.toBeNull();
    const closed = await world.database.incident.findFirstOrThrow({ where: deal });
    expect(closed).toMatchObject({ resolution: 'retried' });
  });

  it('is skipped with the rest of the run unharmed', async () => {
    const deal = await world.startDeal();
    const incident = await incidentOf(deal);
    expect(await world.runs.act(deal, resolve(incident.incident, 'skip'))).toMatchObject({
      kind: 'done',
    });
    expect(await world.runs.act(deal, complete('survey', { stage: 'work' }))).toMatchObject({
      kind: 'done',
    });
    expect(await world.database.incident.count({ where: { ...deal, resolvedAt: null } })).toBe(0);
  });
});

describe('a run that cannot go on', () => {
  it('halts as an incident, refuses acts, and goes on when an operator retries', async () => {
    await setWeek(open);
    await world.database.department.update({
      where: { key: 'technical' },
      data: { calendarKey: null },
    });
    const deal = await world.startDeal({
      definition: { ...world.definition, calendar: 'missing' },
    });
    const incident = await incidentOf(deal);
    expect(incident).toMatchObject({
      incident: haltIncident,
      code: 'effects-failed',
      choices: ['retry'],
    });
    const refused = await world.runs.act(deal, complete('survey', { stage: 'work' }));
    expect(refused).toEqual({ kind: 'halted', code: 'effects-failed' });
    await world.database.calendar.create({
      data: { key: 'missing', name: 'Found', zone: 'UTC', week: await weekOf('always') },
    });
    expect(await world.runs.act(deal, resolve(haltIncident, 'retry'))).toMatchObject({
      kind: 'done',
    });
    await eventually(() => world.database.task.findFirst({ where: deal }));
    expect((await taskOf(deal)).dueAt).not.toBeNull();
    expect(await world.database.incident.findFirst({ where: deal })).toMatchObject({
      resolution: 'retried',
    });
    const done = await world.runs.act(deal, complete('survey', { stage: 'work' }));
    expect(done).toMatchObject({ kind: 'done' });
  });

  it('halts when its engine is not known here', async () => {
    const definition = { ...world.definition, engine: 99 as 1 };
    const deal = await world.startDeal({ definition });
    expect(await incidentOf(deal)).toMatchObject({
      incident: haltIncident,
      code: 'engine-unknown',
    });
    await world.runs.act(deal, resolve(haltIncident, 'retry'));
    await eventually(async () => (await world.chainLength(deal)) === 4);
    expect(await incidentOf(deal)).toMatchObject({ code: 'engine-unknown' });
  });

  it('halts when a batch of its number is another definition’s', async () => {
    await setWeek(open);
    const deal = await world.startDeal();
    await eventually(() => world.database.task.findFirst({ where: deal }));
    const batch = await world.database.runBatch.findFirstOrThrow({
      where: { dealId: deal.dealId },
    });
    const foreign = { ...batch, seq: batch.seq + 1, checksum: 'another', events: [], answers: [] };
    await world.database.runBatch.create({ data: foreign });
    const act = await world.runs.act(deal, complete('survey', { stage: 'work' }));
    expect(act).toEqual({ kind: 'halted', code: 'foreign-batch' });
    expect(await incidentOf(deal)).toMatchObject({ code: 'foreign-batch' });
  });
});

async function weekOf(key: string): Promise<object> {
  return (await world.database.calendar.findUniqueOrThrow({ where: { key } })).week as object;
}
