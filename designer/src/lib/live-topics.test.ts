import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { orpc } from './api-client.ts';
import { applyLiveEvents, parseLiveEvent } from './live-topics.ts';

const one = '0190aaaa-0000-7000-8000-000000000001';
const two = '0190aaaa-0000-7000-8000-000000000002';
const dealOf = (dealId: string) => orpc.deals.get.queryKey({ input: { dealId } });

function clientWith(...queryKeys: (readonly unknown[])[]): QueryClient {
  const client = new QueryClient();
  for (const queryKey of queryKeys) client.setQueryData(queryKey, {});
  return client;
}
const isStale = (client: QueryClient, key: readonly unknown[]) =>
  client.getQueryState(key)?.isInvalidated === true;

describe('applyLiveEvents', () => {
  it('makes the deal that changed stale, and no other one', async () => {
    const client = clientWith(dealOf(one), dealOf(two));
    await applyLiveEvents(client, [{ topic: 'deal', id: one }]);
    expect([isStale(client, dealOf(one)), isStale(client, dealOf(two))]).toEqual([true, false]);
  });
  it('makes the lists, counts and details of tasks stale when one changed', async () => {
    const counts = orpc.tasks.counts.queryKey();
    const client = clientWith(counts, dealOf(one));
    await applyLiveEvents(client, [{ topic: 'task', id: one }]);
    expect([isStale(client, counts), isStale(client, dealOf(one))]).toEqual([true, false]);
  });
  it('makes everything stale for a topic that it does not know', async () => {
    const client = clientWith(dealOf(one));
    await applyLiveEvents(client, [{ topic: 'something-new' }]);
    expect(isStale(client, dealOf(one))).toBe(true);
  });
});

describe('parseLiveEvent', () => {
  it('reads an event and ignores what is none', () => {
    expect(parseLiveEvent('{"topic":"deal","id":"7"}')).toEqual({ topic: 'deal', id: '7' });
    expect([parseLiveEvent('{}'), parseLiveEvent('hello')]).toEqual([undefined, undefined]);
  });
});
