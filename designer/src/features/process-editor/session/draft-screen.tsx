import { useState } from 'react';
import { TopBar } from '../frame/top-bar.tsx';
import { EditorFrame } from '../frame/editor-frame.tsx';
import { PublishDialog } from '../publish/publish-dialog.tsx';
import { useRestore } from '../versions/use-restore.ts';
import { VersionsDrawer } from '../versions/versions-drawer.tsx';
import { ConflictDialog } from '../save/conflict-dialog.tsx';
import type { DraftSaver } from '../save/draft-saver.ts';
import { EditorProvider, type Editor } from '../state/editor-context.tsx';
import type { ProcessDraft } from './process-draft.ts';

interface DraftScreenProps {
  editor: Editor;
  saver: DraftSaver;
  draft: ProcessDraft;
}

/** The draft being drawn: save state, undo, problems, publish, versions. */
export function DraftScreen({ editor, saver, draft }: DraftScreenProps) {
  const [dialog, setDialog] = useState<'publish' | 'versions'>();
  const restore = useRestore(draft.key, saver);
  const nextVersion = (draft.liveVersion ?? 0) + 1;
  const close = () => setDialog(undefined);
  return (
    <EditorProvider editor={editor}>
      <EditorFrame
        onSave={() => void saver.flush()}
        bar={(problems) => (
          <TopBar
            draft={draft}
            saver={saver}
            problems={problems}
            // What publishing would mean is worked out from the draft that the server has.
            onPublish={() => void saver.flush().then(() => setDialog('publish'))}
            onVersions={() => setDialog('versions')}
          />
        )}
      />
      <PublishDialog
        saver={saver}
        nextVersion={nextVersion}
        opened={dialog === 'publish'}
        onClose={close}
      />
      <VersionsDrawer
        processKey={draft.key}
        liveVersion={draft.liveVersion}
        shown={undefined}
        opened={dialog === 'versions'}
        onClose={close}
        onRestore={(version) => {
          close();
          restore.mutate(version);
        }}
      />
      <ConflictDialog saver={saver} />
    </EditorProvider>
  );
}
