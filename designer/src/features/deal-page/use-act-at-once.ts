import { useMutation, useQueryClient } from '@tanstack/react-query';
import { orpc } from '../../lib/api-client.ts';
import { showError, showToast } from '../../ui/feedback/toast.tsx';

interface Act {
  /** What is said when it is done. */
  done: string;
  run: () => Promise<unknown>;
}

/** Runs what is done without a question; says what came of it, and reads the deals again. */
export function useActAtOnce() {
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: ({ run }: Act) => run(),
    onSuccess: (_result, { done }) => showToast({ tone: 'ok', title: done }),
    onError: (error) => showError(error, 'Nothing was changed'),
    onSettled: () => client.invalidateQueries({ queryKey: orpc.deals.key() }),
  });
  return { busy: act.isPending, act: (done: string, run: Act['run']) => act.mutate({ done, run }) };
}
