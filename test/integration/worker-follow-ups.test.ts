import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonEvent } from '#core/run/contract/run-contract.ts';
import { dealWorkflowId } from '#core/run/contract/run-contract.ts';
import { followedDrawing, offerDrawing } from './worker-drawings.ts';
import { move } from './worker-events.ts';
import { createWorld, eventually, publish, type DealRef, type World } from './worker-world.ts';

let world: World;
let worker: { stop(): Promise<void> };

beforeAll(async () => {
  world = await createWorld(followedDrawing);
  worker = await world.startWorker();
});
afterAll(async () => {
  await worker?.stop();
  await world?.close();
});

const row = ({ dealId }: DealRef) =>
  world.database.deal.findUniqueOrThrow({ where: { id: dealId } });
const incidentOf = (deal: DealRef) =>
  eventually(() => world.database.incident.findFirst({ where: { ...deal, resolvedAt: null } }));
const statusOf = async ({ dealId, runNo }: DealRef) =>
  (await world.client.workflow.getHandle(dealWorkflowId(dealId, runNo)).describe()).status.name;
const resolve = (incident: string, choice: 'retry' | 'skip' | 'lost'): PersonEvent => ({
  id: randomUUID(),
  by: world.people.mona,
  kind: 'resolveIncident',
  incident,
  choice,
  reason: null,
});

describe('a process that follows and has no version', () => {
  it('leaves the deal won, with an incident; once it is published a retry starts it', async () => {
    const deal = await world.startDeal();
    const won = await world.runs.act(deal, move('close', 'won', { reasons: ['price'] }));
    expect(won).toMatchObject({ kind: 'done' });
    expect(await row(deal)).toMatchObject({ state: 'won', outcomeReasons: ['price'] });
    const incident = await incidentOf(deal);
    expect(incident).toMatchObject({ code: 'not-live', choices: ['retry', 'skip'] });
    expect(await statusOf(deal)).toBe('RUNNING');

    await world.runs.act(deal, resolve(incident.incident, 'retry'));
    const again = await incidentOf(deal);
    expect(again.incident).not.toBe(incident.incident);
    await publish(world.database, offerDrawing, 'after');
    await world.runs.act(deal, resolve(again.incident, 'retry'));
    const followed = await eventually(() =>
      world.database.deal.findFirst({ where: { parentDealId: deal.dealId } }),
    );
    expect(followed).toMatchObject({ processKey: 'after' });
    expect(await row(deal)).toMatchObject({ state: 'won', closedAt: expect.any(Date) });
    await eventually(async () => (await statusOf(deal)) === 'COMPLETED');
    expect(await world.database.incident.count({ where: { ...deal, resolvedAt: null } })).toBe(0);
  });

  it('keeps a deal that shall go on in it open at its stage, until it can or is lost', async () => {
    const deal = await world.startDeal();
    await world.runs.act(deal, move('close', 'on', { reasons: [] }));
    const incident = await incidentOf(deal);
    expect(incident).toMatchObject({ code: 'not-live', choices: ['retry', 'lost'] });
    expect(await row(deal)).toMatchObject({
      runNo: 1,
      state: 'open',
      stage: 'close',
      closedAt: null,
    });
    const other = await world.startDeal();
    await world.runs.act(other, move('close', 'on', { reasons: [] }));
    const { incident: id } = await incidentOf(other);
    await world.runs.act(other, { ...resolve(id, 'lost'), reasons: ['other'] } as PersonEvent);
    expect(await row(other)).toMatchObject({ state: 'lost', outcomeReasons: ['other'] });

    await publish(world.database, offerDrawing, 'onward');
    await world.runs.act(deal, resolve(incident.incident, 'retry'));
    await eventually(async () => (await row(deal)).runNo === 2);
    expect(await row(deal)).toMatchObject({ processKey: 'onward', continuedFrom: 'test' });
    await eventually(async () => (await statusOf(deal)) === 'COMPLETED');
  });
});
