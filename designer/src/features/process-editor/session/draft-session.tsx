import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ProcessDraft } from './process-draft.ts';
import { drawingSchema } from '#core/drawing/drawing.ts';
import { api, orpc } from '../../../lib/api-client.ts';
import { useSession } from '../../../lib/session.ts';
import { showToast } from '../../../ui/feedback/toast.tsx';
import type { DraftJournal } from '../save/draft-journal.ts';
import { createDraftSaver, type DraftSaver } from '../save/draft-saver.ts';
import { otherSideOf, takingOf } from '../save/other-side.ts';
import { saveFailureOf, toServerDraft } from '../save/save-failure.ts';
import type { Editor, NamedDirectory } from '../state/editor-context.tsx';
import { DraftScreen } from './draft-screen.tsx';
import { openEditor } from './open-editor.ts';
import { useUnsavedGuard } from './use-unsaved-guard.ts';
import { VersionScreen } from './version-screen.tsx';

interface Session {
  editor: Editor;
  saver: DraftSaver;
}

function openSession(
  draft: ProcessDraft,
  directory: NamedDirectory,
  element: string | undefined,
  client: QueryClient,
  me: string,
  journal: DraftJournal,
): Session {
  const { key } = draft;
  const base = toServerDraft(draft, me);
  const editor = openEditor({ processKey: key, drawing: base.drawing, directory, element });
  const saver = createDraftSaver({
    editor: editor.store,
    base,
    journal,
    send: async (revision, drawing) => {
      const saved = await api.processes.saveDraft({
        key,
        revision,
        drawing: drawingSchema.parse(drawing),
      });
      void client.invalidateQueries({ queryKey: orpc.processes.list.key() });
      return saved;
    },
    failureOf: (error) => saveFailureOf(error, me),
    now: () => Date.now(),
  });
  return { editor, saver };
}

function useRecovery(saver: DraftSaver): void {
  useEffect(() => {
    if (!saver.recover()) return;
    showToast({
      title: 'Unsaved edits of this browser are back.',
      message: 'They are saved now; undo takes them away again.',
    });
  }, [saver]);
}

/** What the server tells while the draft is open: figures, and a newer draft of someone or of another tab. */
function useServerDraft({ editor, saver }: Session, draft: ProcessDraft, me: string): void {
  useEffect(() => editor.live.setState({ stages: draft.stages }), [editor, draft.stages]);
  useEffect(() => {
    const isSaved = saver.state.getState().save.kind === 'saved';
    if (!isSaved || draft.revision <= saver.revision()) return;
    const newer = toServerDraft(draft, me);
    if (!saver.adopt(newer, takingOf(newer))) return;
    showToast({ title: otherSideOf(newer).adopted, message: 'You see it as it is now.' });
  }, [saver, draft, me]);
}

/** The drawing that is live, which the problems compare the draft with. */
function usePublished({ live }: Editor, { key, liveVersion }: ProcessDraft): void {
  const { data } = useQuery(
    orpc.processes.version.queryOptions({
      input: { key, number: liveVersion ?? 0 },
      enabled: liveVersion !== null,
    }),
  );
  useEffect(() => {
    if (data) live.setState({ published: drawingSchema.parse(data.drawing) });
  }, [live, data]);
}

interface DraftSessionProps {
  draft: ProcessDraft;
  directory: NamedDirectory;
  journal: DraftJournal;
  element: string | undefined;
  /** A published version to look at, read-only; the draft waits meanwhile. */
  version: number | undefined;
}

/** One visit to a process: its draft with history stays open while versions are looked at. */
export function DraftSession(props: DraftSessionProps) {
  const { draft, directory, journal, element, version } = props;
  const client = useQueryClient();
  const me = useSession().person.id;
  const [session] = useState(() => openSession(draft, directory, element, client, me, journal));
  useUnsavedGuard(session.saver);
  useRecovery(session.saver);
  useServerDraft(session, draft, me);
  usePublished(session.editor, draft);
  if (version !== undefined) {
    return <VersionScreen {...session} draft={draft} version={version} />;
  }
  return <DraftScreen {...session} draft={draft} />;
}
