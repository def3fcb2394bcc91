import { Button, Group, Stack } from '@mantine/core';
import { useStore } from 'zustand';
import { Dialog } from '../../../ui/dialog.tsx';
import { formatInstant } from '../../../lib/format-time.ts';
import { useDrawing } from '../state/editor-context.tsx';
import { drawingDifferences } from './drawing-differences.ts';
import type { DraftSaver, ServerDraft } from './draft-saver.ts';
import styles from './conflict-dialog.module.css';

function Differences({ theirs }: { theirs: ServerDraft }) {
  const differences = drawingDifferences(useDrawing(), theirs.drawing);
  const shown = differences.slice(0, 8);
  return (
    <table className={`rows ${styles.table}`}>
      <thead>
        <tr>
          <th>What differs</th>
          <th>Yours</th>
          <th>{theirs.savedBy ?? 'Theirs'}, saved</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((one) => (
          <tr key={one.what}>
            <td>{one.what}</td>
            <td>{one.mine}</td>
            <td>{one.theirs}</td>
          </tr>
        ))}
        {differences.length > shown.length && (
          <tr>
            <td colSpan={3} className="mute">
              and {differences.length - shown.length} more
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** Someone saved the draft meanwhile: who, when, what differs, and the choice, which can be undone. */
export function ConflictDialog({ saver }: { saver: DraftSaver }) {
  const save = useStore(saver.state, (state) => state.save);
  const theirs = save.kind === 'conflict' ? save.theirs : undefined;
  const who = theirs?.savedBy ?? 'Someone else';
  return (
    <Dialog
      opened={theirs !== undefined}
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      size="lg"
      title="Someone changed this draft"
    >
      {theirs && (
        <Stack gap="md">
          <p className="soft">
            {who} saved the draft {formatInstant(theirs.savedAt)}, while you were editing it.
          </p>
          <Differences theirs={theirs} />
          <Group justify="space-between">
            <span className="meta">Undo brings the other one back.</span>
            <Group gap="sm">
              <Button variant="default" onClick={() => saver.resolve('theirs')}>
                Take {theirs.savedBy ?? 'the other'}’s draft
              </Button>
              <Button data-autofocus onClick={() => saver.resolve('mine')}>
                Keep my draft
              </Button>
            </Group>
          </Group>
        </Stack>
      )}
    </Dialog>
  );
}
