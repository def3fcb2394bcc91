import { api } from '../../lib/api-client.ts';
import type { DealTask } from './deal.ts';
import { useActAtOnce } from './use-act-at-once.ts';

/** A task as commands name it, at the revision that the person sees. */
export function seenTask({ id, revision }: DealTask) {
  return { taskId: id ?? '', revision: revision ?? 0 };
}

/** What is done to a task from the deal at once: requested, or said not to be needed. */
export function useTaskActs() {
  const { act } = useActAtOnce();
  return {
    request: (task: DealTask) =>
      act(`${task.title} is requested`, () => api.tasks.request(seenTask(task))),
    notNeeded: (task: DealTask) =>
      act(`${task.title} is not needed`, () => api.tasks.notNeeded(seenTask(task))),
  };
}
