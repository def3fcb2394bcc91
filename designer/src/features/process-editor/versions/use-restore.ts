import { useMutation } from '@tanstack/react-query';
import { api, orpc } from '../../../lib/api-client.ts';
import { useSession } from '../../../lib/session.ts';
import { showError, showToast } from '../../../ui/feedback/toast.tsx';
import type { DraftSaver } from '../save/draft-saver.ts';
import { toServerDraft } from '../save/save-failure.ts';

/** Copies a version into the draft; undo brings the draft of before back. */
export function useRestore(processKey: string, saver: DraftSaver) {
  const me = useSession().person.id;
  return useMutation({
    mutationFn: async (version: number) => {
      if (!(await saver.flush())) throw new Error('The draft is not saved yet.');
      await api.processes.restore({ key: processKey, number: version, revision: saver.revision() });
      return { version, draft: await api.processes.get({ key: processKey }) };
    },
    onSuccess: ({ version, draft }, _version, _result, { client }) => {
      saver.adopt(toServerDraft(draft, me), `Restore v${version}`);
      client.setQueryData(orpc.processes.get.queryKey({ input: { key: processKey } }), draft);
      showToast({
        title: `v${version} is the draft now.`,
        message: 'Publish it to run deals on it.',
      });
    },
    onError: (error) => showError(error, 'The version was not restored.'),
  });
}
