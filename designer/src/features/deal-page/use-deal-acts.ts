import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, orpc } from '../../lib/api-client.ts';
import { showError, showToast } from '../../ui/toast.tsx';
import type { Deal } from './deal.ts';

type Clock = Deal['clocks'][number];

/** What is done to a deal at once, without a question: each can be done again or taken back. */
export function useDealActs(deal: Deal) {
  const client = useQueryClient();
  const dealId = deal.id;
  const act = useMutation({
    mutationFn: ({ run }: { done: string; run: () => Promise<unknown> }) => run(),
    onSuccess: (_result, { done }) => showToast({ tone: 'ok', title: done }),
    onError: (error) => showError(error, 'Nothing was changed'),
    onSettled: () => client.invalidateQueries({ queryKey: orpc.deals.key() }),
  });
  const { stage, visit } = deal;
  return {
    busy: act.isPending,
    resume: () => act.mutate({ done: 'The deal goes on', run: () => api.deals.resume({ dealId }) }),
    arm: () =>
      act.mutate({
        done: 'The deal moves on by itself again',
        run: () => api.deals.arm({ dealId, stage, visit }),
      }),
    acknowledge: ({ clock, cycle, name }: Clock) =>
      act.mutate({
        done: `Noted that “${name}” is late`,
        run: () => api.deals.acknowledge({ dealId, clock, cycle }),
      }),
  };
}
