import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DealDetail } from '#api/contract/deals.ts';
import { drawingSchema } from '#core/drawing/drawing.ts';
import { publishProcess } from '../support/publish.ts';
import { seenTask } from '../support/seen-task.ts';
import { dealTask, newDeal, openWorld, until, type World } from './api-world.ts';

const tier = (...options: string[]) => ({
  id: 'tier',
  label: 'Tier',
  type: 'choice',
  intake: 'optional',
  options: options.map((value) => ({ value, label: value.toUpperCase() })),
});
const task = {
  id: 'call',
  kind: 'task',
  name: 'Call',
  assign: { kind: 'owner' },
  outcomes: [{ id: 'done', label: 'Done' }],
};
const handedOn = [{ from: 'tier', to: 'tier' }];
const exit = (id: string, to = id, more = {}) => ({
  id,
  name: id,
  mode: 'manual',
  ungated: true,
  to,
  ...more,
});

function drawn(
  name: string,
  more: { field: object; steps: object[]; exits?: object[]; then?: object[] },
) {
  const reasons = [{ id: 'other', label: 'Other' }];
  const { field, steps, exits = [], then = [] } = more;
  const links = steps.length > 1 ? [{ id: 'l', from: 'call', to: 'start', ports: [] }] : [];
  return drawingSchema.parse({
    schema: 1,
    name,
    currency: 'EUR',
    calendar: 'always',
    fields: [field],
    policies: [],
    stages: [
      {
        id: 's',
        name: 'Work',
        probability: 40,
        steps,
        links,
        exits: [exit('won'), exit('lost'), ...exits],
      },
    ],
    outcomes: { won: { reasons, then }, lost: { reasons } },
  });
}

/** Takes silver only. */
const target = drawn('Target', { field: tier('silver'), steps: [task] });
/** Hands its tier on by a step, an exit and an outcome. */
const source = drawn('Source', {
  field: tier('gold', 'silver'),
  steps: [
    task,
    { id: 'start', kind: 'process', name: 'Start the other', process: 'TGT-1', fields: handedOn },
  ],
  exits: [exit('on', 'continue', { continueIn: { process: 'TGT-1' } })],
  then: [{ id: 'later', process: 'TGT-1', after: { n: 1, unit: 'd' }, fields: handedOn }],
});

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await publishProcess(world.as.root, 'TGT-1', target);
  await publishProcess(world.as.root, 'SRC-1', source);
});
afterAll(() => world?.stop());

async function register(process: string, value: string): Promise<string> {
  const body = { ...newDeal(), process, fields: { tier: value } };
  const { id } = await world.as.sam.send<{ id: string }>('POST', '/deals', body);
  await dealTask(world, id, 'call');
  return id;
}

async function leave(id: string, way: string): Promise<void> {
  const { visit } = await world.as.mona.get<DealDetail>(`/deals/${id}`);
  const body = { stage: 's', visit, exit: way, reasons: ['other'] };
  await world.as.mona.send('POST', `/deals/${id}/move`, body);
}

const openIncident = (dealId: string) =>
  until(async () => {
    const where = { dealId, resolvedAt: null };
    return (await world.prisma.incident.findFirst({ where })) ?? undefined;
  }, `an incident of deal ${dealId}`);
const misfit = {
  code: 'bad-value',
  operands: [{ field: 'tier', refused: true }],
};
const fieldsOf = async (id: string) => (await world.as.mona.get<DealDetail>(`/deals/${id}`)).fields;

describe('E29: a value that does not fit the field that takes it', () => {
  it('stops the step that hands it on, until it is put right', async () => {
    const id = await register('SRC-1', 'gold');
    const { id: call } = await dealTask(world, id, 'call');
    const seen = await seenTask(world.as.sam, call);
    await world.as.sam.send('POST', `/tasks/${call}/complete`, {
      ...seen,
      outcome: 'done',
      values: {},
    });
    const { incident, ...stopped } = await openIncident(id);
    expect(stopped).toMatchObject({ code: 'bad-value', step: 'start' });
    expect(await world.prisma.deal.count({ where: { parentDealId: id } })).toBe(0);

    const { fieldsRevision: revision } = await world.as.mona.get<DealDetail>(`/deals/${id}`);
    await world.as.mona.send('PATCH', `/deals/${id}/fields`, {
      revision,
      values: { tier: 'silver' },
    });
    await world.as.mona.send('POST', `/deals/${id}/incidents/${incident}`, { choice: 'retry' });
    const other = await until(
      async () => (await world.prisma.deal.findFirst({ where: { parentDealId: id } })) ?? undefined,
      'the other deal',
    );
    expect(other.fields).toEqual({ tier: 'silver' });
  });

  it('is left out of a deal that goes on in another process, with an incident that names it', async () => {
    const id = await register('SRC-1', 'gold');
    await leave(id, 'on');
    expect(await openIncident(id)).toMatchObject({ ...misfit, runNo: 2 });
    expect(await fieldsOf(id)).not.toHaveProperty('tier');
  });

  it('is left out of a deal that was planned, with an incident when it begins', async () => {
    const id = await register('SRC-1', 'gold');
    await leave(id, 'won');
    const planned = await until(async () => {
      const where = { state: 'planned', parentDealId: id };
      return (await world.prisma.deal.findFirst({ where })) ?? undefined;
    }, 'the planned deal');
    const due = { notBefore: new Date(Date.now() - 1000) };
    await world.prisma.runStart.updateMany({ where: { dealId: planned.id }, data: due });
    expect(await openIncident(planned.id)).toMatchObject(misfit);
    expect(await fieldsOf(planned.id)).not.toHaveProperty('tier');
  });

  it('is left out of a deal that is reopened on a version without it, with an incident', async () => {
    const id = await register('TGT-1', 'silver');
    await leave(id, 'lost');
    const draft = { revision: 2, drawing: { ...target, fields: [tier('bronze')] } };
    const { revision } = await world.as.root.send<{ revision: number }>(
      'PUT',
      '/processes/TGT-1/draft',
      draft,
    );
    await world.as.root.send('POST', '/processes/TGT-1/versions', { revision, note: 'No silver' });
    const reopening = { stage: 's', reason: 'The customer called.' };
    await world.as.mona.send('POST', `/deals/${id}/reopen`, reopening);
    expect(await openIncident(id)).toMatchObject({ ...misfit, runNo: 2 });
    expect(await fieldsOf(id)).not.toHaveProperty('tier');
  });
});
