import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DealDetail } from '#api/contract/deals.ts';
import type { TaskDetail } from '#api/contract/tasks.ts';
import type { ApiClient } from '../support/api-client.ts';
import { publishProcess } from '../support/publish.ts';
import { approvalDrawing, approvalProcess } from './api-approval-drawing.ts';
import { newDeal, openWorld, problemOf, until, type World } from './api-world.ts';

let world: World;
let dealId: string;
beforeAll(async () => {
  world = await openWorld();
  const { root, sam } = world.as;
  await publishProcess(root, approvalProcess, approvalDrawing);
  const asked = { ...newDeal(), process: approvalProcess, fields: {} };
  dealId = (await sam.send<{ id: string }>('POST', '/deals', asked)).id;
});
afterAll(() => world?.stop());

/** The part of one approver, once it is open. */
async function partOf(item: string): Promise<string> {
  return until(async () => {
    const deal = await world.as.root.get<DealDetail>(`/deals/${dealId}`);
    return deal.tasks.find((task) => task.item === item)?.id ?? undefined;
  }, `the part ${item}`);
}

const decide = async (who: ApiClient, part: string, note?: string) => {
  const { revision, fieldsRevision } = await who.get<TaskDetail>(`/tasks/${part}`);
  const word = { revision, fieldsRevision, decision: 'approved', note };
  await who.send('POST', `/tasks/${part}/decide`, word);
};

describe('an approver’s part', () => {
  it('E3: is due with the one clock of the approval, and stands with it', async () => {
    const { sam } = world.as;
    await partOf('tech');
    const dues = async () => {
      const { approvals } = await sam.get<DealDetail>(`/deals/${dealId}`);
      return approvals[0]?.parts.map(({ dueAt }) => dueAt) ?? [];
    };
    const [due, ...others] = await dues();
    expect(due).toEqual(expect.any(String));
    expect(others).toEqual([due]);
    const until = new Date(Date.now() + 86_400_000).toISOString();
    await sam.send('POST', `/deals/${dealId}/hold`, {
      until,
      reason: 'It is a test.',
      heldUntil: null,
    });
    expect(await dues()).toEqual([null, null]);
    await sam.send('POST', `/deals/${dealId}/resume`, { heldUntil: until });
    const [after, ...more] = await dues();
    expect(Date.parse(after ?? '')).toBeGreaterThanOrEqual(Date.parse(due ?? ''));
    expect(more).toEqual([after]);
  });

  it('shows a member who else decides, and how they decided, also when its stage was left', async () => {
    const { tom, ada, sue } = world.as;
    const [own, other] = [await partOf('tech'), await partOf('money')];
    const before = await tom.get<TaskDetail>(`/tasks/${own}`);
    expect(before.may).toMatchObject({ decide: true, openDeal: false });
    expect(before.approval).toMatchObject({ need: 2, approved: 0 });
    expect(before.approval?.parts).toMatchObject([
      { item: 'money', who: 'Department analysis', state: 'open', by: null },
      { item: 'tech', who: 'Department technical', state: 'open', by: null },
    ]);
    await decide(ada, other, 'Margin is fine.');
    const { approval } = await tom.get<TaskDetail>(`/tasks/${own}`);
    expect(approval).toMatchObject({ need: 2, approved: 1 });
    const said = { by: { name: 'ada' }, state: 'approved', note: 'Margin is fine.' };
    expect(approval?.parts).toMatchObject([said, { state: 'open' }]);
    const deal = await world.as.root.get<DealDetail>(`/deals/${dealId}`);
    expect(deal.approvals).toMatchObject([approval]);

    await decide(tom, own);
    const after = await tom.get<TaskDetail>(`/tasks/${own}`);
    expect((await world.as.root.get<DealDetail>(`/deals/${dealId}`)).stage).toBe('sign');
    expect(after.approval?.parts).toMatchObject([said, { state: 'approved', by: { name: 'tom' } }]);
    const refused = await sue.request('GET', `/tasks/${own}`);
    expect(problemOf(refused)).toMatchObject({ status: 403, code: 'forbidden' });
  });

  it('is not what a task has that is completed', async () => {
    const sign = await until(async () => {
      const deal = await world.as.root.get<DealDetail>(`/deals/${dealId}`);
      return deal.tasks.find((task) => task.step === 'get')?.id ?? undefined;
    }, 'the task of the next stage');
    expect((await world.as.sam.get<TaskDetail>(`/tasks/${sign}`)).approval).toBeNull();
  });
});
