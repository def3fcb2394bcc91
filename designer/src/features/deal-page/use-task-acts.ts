import { api } from '../../lib/api-client.ts';
import type { DealTask } from './deal.ts';
import { useActAtOnce } from './use-act-at-once.ts';

/** A task as commands name it; its revision is read first, as the deal does not tell it. */
export async function revisionOf(task: DealTask) {
  const taskId = task.id ?? '';
  return { taskId, revision: (await api.tasks.get({ taskId })).revision };
}

/** What is done to a task from the deal at once: requested, or said not to be needed. */
export function useTaskActs() {
  const { act } = useActAtOnce();
  return {
    request: (task: DealTask) =>
      act(`${task.title} is requested`, async () => api.tasks.request(await revisionOf(task))),
    notNeeded: (task: DealTask) =>
      act(`${task.title} is not needed`, async () => api.tasks.notNeeded(await revisionOf(task))),
  };
}
