import { api } from '../../lib/api-client.ts';
import type { Deal } from './deal.ts';
import { useActAtOnce } from './use-act-at-once.ts';

type Clock = Deal['clocks'][number];

/** What is done to a deal at once, without a question: none takes anything away. */
export function useDealActs({ id: dealId, stage, visit, heldUntil }: Deal) {
  const { busy, act } = useActAtOnce();
  return {
    busy,
    resume: () => act('The deal goes on', () => api.deals.resume({ dealId, heldUntil })),
    arm: () =>
      act('The deal moves on by itself again', () => api.deals.arm({ dealId, stage, visit })),
    acknowledge: ({ clock, cycle, name }: Clock) =>
      act(`Noted that “${name}” is late`, () => api.deals.acknowledge({ dealId, clock, cycle })),
    takeBackNote: ({ clock, cycle, name }: Clock) =>
      act(`The note on “${name}” is taken back: its next levels are due again`, () =>
        api.deals.takeBackNote({ dealId, clock, cycle }),
      ),
  };
}
