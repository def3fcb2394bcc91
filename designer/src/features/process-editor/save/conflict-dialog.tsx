import { Button, Group, Stack } from '@mantine/core';
import { useStore } from 'zustand';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { formatInstant } from '../../../lib/format-time.ts';
import { useDrawing } from '../state/editor-context.tsx';
import { drawingDifferences } from './drawing-differences.ts';
import type { ServerDraft } from './server-draft.ts';
import type { DraftSaver } from './draft-saver.ts';
import { otherSideOf, type OtherSide } from './other-side.ts';
import styles from './conflict-dialog.module.css';

function Differences({ theirs, side }: { theirs: ServerDraft; side: OtherSide }) {
  const differences = drawingDifferences(useDrawing(), theirs.drawing);
  const shown = differences.slice(0, 8);
  return (
    <table className={`rows ${styles.table}`}>
      <thead>
        <tr>
          <th>What differs</th>
          <th>{side.mine}</th>
          <th>{side.theirs}</th>
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

/** The draft was saved meanwhile: by whom, when, what differs, and the choice, which can be undone. */
export function ConflictDialog({ saver }: { saver: DraftSaver }) {
  const save = useStore(saver.state, (state) => state.save);
  const theirs = save.kind === 'conflict' ? save.theirs : undefined;
  const side = otherSideOf(theirs ?? { savedBy: undefined });
  return (
    <Dialog
      opened={theirs !== undefined}
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      size="lg"
      title={side.title}
    >
      {theirs && (
        <Stack gap="md">
          <p className="soft">
            {side.saved[0]} {formatInstant(theirs.savedAt)}
            {side.saved[1]}
          </p>
          <Differences theirs={theirs} side={side} />
          <Group justify="space-between">
            <span className="meta">Undo brings the other one back.</span>
            <Group gap="sm">
              <Button variant="default" onClick={() => saver.resolve('theirs')}>
                {side.take}
              </Button>
              <Button data-autofocus onClick={() => saver.resolve('mine')}>
                {side.keep}
              </Button>
            </Group>
          </Group>
        </Stack>
      )}
    </Dialog>
  );
}
