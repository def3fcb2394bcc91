import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { api, orpc } from '../../../lib/api-client.ts';
import type { FieldValue } from '../../../lib/format-field-value.ts';
import { actWords, type TaskAct } from './act-words.ts';
import { showToast, showUndo } from '../../../ui/feedback/toast.tsx';

function runAct({ id: taskId, revision, fieldsRevision }: TaskDetail, act: TaskAct, text: string) {
  const note = text === '' ? {} : { note: text };
  const seen = { taskId, revision, fieldsRevision };
  switch (act) {
    case 'approve':
      return api.tasks.decide({ ...seen, decision: 'approved', ...note });
    case 'reject':
      return api.tasks.decide({ ...seen, decision: 'rejected', ...note });
    case 'goOn':
      return api.tasks.resume({ taskId, revision, ...note });
    default:
      return api.tasks.pause({ taskId, revision, why: act, note: text });
  }
}

interface Completion {
  outcome: string;
  values: Record<string, FieldValue>;
  draftRevision: number;
}

/** What a person does to a task. Claiming can be undone; completing cannot, it opens the deal. */
export function useTaskCommands(task: TaskDetail, onDone: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { id: taskId, revision, fieldsRevision } = task;
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: orpc.tasks.key() }),
      client.invalidateQueries({ queryKey: orpc.deals.key() }),
    ]);
  const release = useMutation({
    mutationFn: (at: number) => api.tasks.release({ taskId, revision: at }),
    onSettled: refresh,
  });
  const claim = useMutation({
    mutationFn: () => api.tasks.claim({ taskId, revision }),
    onSuccess: (claimed) =>
      showUndo(`${task.title} is yours`, () => release.mutate(claimed.revision)),
    onSettled: refresh,
  });
  const complete = useMutation({
    mutationFn: (done: Completion) =>
      api.tasks.complete({ taskId, revision, fieldsRevision, ...done }),
    onSuccess: (result) => {
      const next = result.nextTitle === null ? '' : `Next: ${result.nextTitle}.`;
      showToast({
        tone: 'ok',
        title: `${task.title} is done`,
        message: next,
        ...(task.may.openDeal
          ? {
              action: {
                label: 'Open deal',
                run: () =>
                  void navigate({ to: '/deals/$dealId', params: { dealId: result.dealId } }),
              },
            }
          : {}),
      });
      onDone();
    },
    onSettled: refresh,
  });
  const offered = useMutation({
    mutationFn: (act: 'request' | 'notNeeded') => api.tasks[act]({ taskId, revision }),
    onSettled: refresh,
  });
  /** Done on the task as it was seen. Rejects when refused: the dialog that asked says why. */
  const act = async (seen: TaskDetail, what: TaskAct, note: string) => {
    try {
      await runAct(seen, what, note);
      showToast({ tone: 'ok', title: actWords(what, task).done });
      if (what === 'approve' || what === 'reject') onDone();
    } finally {
      await refresh();
    }
  };
  return {
    act,
    claim,
    release,
    complete,
    offered,
    error: complete.error ?? claim.error ?? release.error ?? offered.error,
  };
}
