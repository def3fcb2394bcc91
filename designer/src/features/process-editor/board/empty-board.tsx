import { Button } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { KeyCap } from '../../../ui/shortcuts/key-cap.tsx';
import { addStage } from '../commands/stages/add-stage.ts';
import { useEdit, useEditorState } from '../state/editor-context.tsx';
import styles from './board.module.css';

/** What a new process shows instead of stages. */
export function EmptyBoard() {
  const edit = useEdit();
  const readOnly = useEditorState((state) => state.readOnly);
  if (readOnly) return null;
  return (
    <div className={styles.empty}>
      <EmptyState
        icon={IconColumns3}
        title="Start with the first stage"
        actions={
          <Button
            rightSection={<KeyCap onAccent>S</KeyCap>}
            onClick={() => edit((drawing) => addStage(drawing))}
          >
            Add stage
          </Button>
        }
      >
        Name it as an action, for example “Register the lead”.
      </EmptyState>
    </div>
  );
}
