import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { PersonEvent } from '#core/run/contract/run-contract.ts';
import { acts, intake, type Act } from '../support/photovoltaics-deal.ts';
import { complete, move } from './worker-events.ts';
import { eventually, publish, type DealRef, type World } from './worker-world.ts';

export const photovoltaics = sample('photovoltaics');

function sample(name: string): object {
  const file = new URL(`../../prisma/samples/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as object;
}

/**
 * Plays the sample deal from its start to won, as people, the relay and the customer would; the
 * process that follows is published before.
 */
export async function playPhotovoltaics(world: World): Promise<DealRef> {
  await publish(world.database, sample('after-sale'), 'POST-01');
  const deal = await world.startDeal({ fields: { ...intake } });
  for (const act of acts) await play(world, deal, act);
  await eventually(() =>
    world.database.deal.findFirst({ where: { id: deal.dealId, state: 'won' } }),
  );
  return deal;
}

async function play(world: World, deal: DealRef, act: Act): Promise<void> {
  if (act.kind === 'mail') return settle(world, deal, act);
  if (act.kind === 'external') {
    await eventually(() =>
      world.database.runFact.findFirst({ where: { ...deal, type: 'WaitStarted' } }),
    );
    await world.runs.signal(deal, { id: randomUUID(), kind: 'external', name: act.name });
    return;
  }
  // The step before may have asked the world something, and be answered in this moment.
  await eventually(async () => {
    const outcome = await world.runs.act(deal, commandOf(world, act));
    return outcome.kind === 'done';
  });
}

function commandOf(world: World, act: Exclude<Act, { kind: 'mail' | 'external' }>): PersonEvent {
  const by = world.people.sam;
  if (act.kind === 'move') return move(act.stage, act.exit, { by, reasons: act.reasons });
  return { ...complete(act.step, { ...act, by }), isSet: act.isSet } as PersonEvent;
}

async function settle(
  world: World,
  deal: DealRef,
  { stage, step }: { stage: string; step: string },
) {
  const where = { ...deal, stage, step };
  const message = await eventually(() => world.database.message.findFirst({ where }));
  const mail = { stage, step, visit: 1, round: 1 };
  await world.runs.signal(deal, {
    id: `mail:${message.id}`,
    kind: 'mailResult',
    mail,
    result: 'sent',
  });
}
