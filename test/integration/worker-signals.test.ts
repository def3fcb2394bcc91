import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLog } from '#worker/log.ts';
import { sendSignals } from '#worker/outbox/send-signals.ts';
import { temporalAddress, temporalNamespace } from '../support/temporal.ts';
import { offerDrawing } from './worker-drawings.ts';
import { createWorld, type World } from './worker-world.ts';

let world: World;
let connection: Connection;

beforeAll(async () => {
  world = await createWorld(offerDrawing);
  connection = await Connection.connect({ address: temporalAddress() });
});
afterAll(async () => {
  await connection?.close();
  await world?.close();
});

const later = (ms: number) => new Date(Date.now() + ms);

describe('signals to one run', () => {
  it('wait for an earlier one that rests: the end of a pause never overtakes the pause', async () => {
    const deal = await world.startDeal();
    const signal = (kind: string, createdAt: Date, nextAt: Date) => {
      const event = { id: kind, kind, freeze: 'f1' };
      return world.database.runSignal.create({
        data: { ...deal, eventId: kind, event, createdAt, nextAt },
      });
    };
    await signal('pauseProcess', later(-60_000), later(3_600_000));
    await signal('resumeProcess', later(-30_000), later(-30_000));
    const client = new Client({ connection, namespace: temporalNamespace() });
    const parts = { database: world.database, client, log: openLog('silent') };
    const sent = async () => {
      await sendSignals(parts);
      const rows = await world.database.runSignal.findMany({ orderBy: { createdAt: 'asc' } });
      return rows.map(({ sentAt }) => sentAt !== null);
    };
    expect(await sent()).toEqual([false, false]);
    const due = { nextAt: later(-1000) };
    await world.database.runSignal.updateMany({ where: { eventId: 'pauseProcess' }, data: due });
    expect(await sent()).toEqual([true, true]);
  });
});
