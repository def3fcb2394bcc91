import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { drawingSchema, type Drawing } from '#core/drawing/drawing.ts';
import { orpc } from '../../../lib/api-client.ts';
import { QueryState } from '../../../ui/feedback/query-state.tsx';
import { BoardSkeleton } from '../frame/board-skeleton.tsx';
import { EditorFrame } from '../frame/editor-frame.tsx';
import { VersionBar } from '../frame/version-bar.tsx';
import type { DraftSaver } from '../save/draft-saver.ts';
import { EditorProvider, type Editor } from '../state/editor-context.tsx';
import { useRestore } from '../versions/use-restore.ts';
import { VersionsDrawer } from '../versions/versions-drawer.tsx';
import type { ProcessDraft } from './process-draft.ts';
import { openEditor } from './open-editor.ts';

interface VersionScreenProps {
  editor: Editor;
  saver: DraftSaver;
  draft: ProcessDraft;
  version: number;
}

interface ShownVersionProps extends VersionScreenProps {
  drawing: Drawing;
  note: string;
}

function ShownVersion({ editor, saver, draft, version, drawing, note }: ShownVersionProps) {
  const navigate = useNavigate();
  const [versionsOpen, setVersionsOpen] = useState(false);
  const [shown] = useState(() => {
    const { processKey, directory } = editor;
    const parsed = drawingSchema.parse(drawing);
    const opened = openEditor({ processKey, directory, drawing: parsed, readOnly: true });
    return { ...opened, live: editor.live };
  });
  const restore = useRestore(draft.key, saver);
  const toDraft = () => void navigate({ to: '.', search: {} });
  return (
    <EditorProvider editor={shown}>
      <EditorFrame
        bar={() => (
          <VersionBar
            draft={draft}
            version={version}
            note={note}
            onDraft={toDraft}
            onVersions={() => setVersionsOpen(true)}
            onRestore={() => restore.mutate(version, { onSuccess: toDraft })}
          />
        )}
      />
      <VersionsDrawer
        processKey={draft.key}
        liveVersion={draft.liveVersion}
        shown={version}
        opened={versionsOpen}
        onClose={() => setVersionsOpen(false)}
      />
    </EditorProvider>
  );
}

/** A published version on the canvas, read-only. */
export function VersionScreen(props: VersionScreenProps) {
  const { draft, version } = props;
  const query = useQuery(
    orpc.processes.version.queryOptions({ input: { key: draft.key, number: version } }),
  );
  return (
    <QueryState
      query={query}
      failed={`Version ${version} did not load`}
      skeleton={<BoardSkeleton />}
    >
      {({ drawing, note }) => (
        <ShownVersion key={version} {...props} drawing={drawing} note={note} />
      )}
    </QueryState>
  );
}
