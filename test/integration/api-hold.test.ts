import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DealDetail } from '#api/contract/deals.ts';
import { dealTask, openWorld, problemOf, runningDeal, type World } from './api-world.ts';

let world: World;
let deal: string;

beforeAll(async () => {
  world = await openWorld();
  deal = await runningDeal(world);
});
afterAll(() => world?.stop());

describe('a deal on hold', () => {
  it('E19: lets open work be done, by its owner and from a queue, and offers nothing new', async () => {
    const { sam, tom } = world.as;
    const until = new Date(Date.now() + 86_400_000).toISOString();
    await sam.send('POST', `/deals/${deal}/hold`, {
      until,
      reason: 'They build first.',
      heldUntil: null,
    });

    const extra = await dealTask(world, deal, 'extra');
    const requested = await sam.request('POST', `/tasks/${extra.id}/request`, {
      body: { revision: extra.revision },
    });
    expect(problemOf(requested)).toMatchObject({ status: 409, code: 'frozen' });

    const call = await dealTask(world, deal, 'call');
    expect(call).toMatchObject({ held: true, state: 'assigned' });
    const { revision, fieldsRevision, draftRevision } = call;
    const seen = { revision, fieldsRevision, draftRevision };
    const done = { ...seen, outcome: 'done', values: { price: 100 } };
    await sam.send('POST', `/tasks/${call.id}/complete`, done);

    const survey = await dealTask(world, deal, 'survey');
    await tom.send('POST', `/tasks/${survey.id}/claim`, { revision: survey.revision });
    const claimed = await tom.get<typeof survey>(`/tasks/${survey.id}`);
    expect(claimed.may).toMatchObject({ complete: true });

    const { state, tasks } = await sam.get<DealDetail>(`/deals/${deal}`);
    expect(state).toBe('on_hold');
    const states = Object.fromEntries(tasks.map(({ step, state: was }) => [step, was]));
    expect(states).toEqual({ survey: 'in_progress', call: 'done', extra: 'offered' });
  });
});
