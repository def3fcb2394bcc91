import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useDrawing, useEditor, useEditorState } from '../state/editor-context.tsx';
import { selectionKey, selectionName, type Selection } from '../state/selection.ts';
import { EndPanel } from './exits/end-panel.tsx';
import { ExitPanel } from './exits/exit-panel.tsx';
import { focusPath } from './layout/focus-path.ts';
import { LinkPanel } from './link-panel.tsx';
import styles from './panel.module.css';
import { ProcessPanel } from './process-panel.tsx';
import { RailPanel } from './rail-panel.tsx';
import { StagePanel } from './stage-panel.tsx';
import { StepPanel } from './step-panel.tsx';

function PanelOf({ selection }: { selection: Selection }) {
  switch (selection.kind) {
    case 'process':
      return <ProcessPanel />;
    case 'stage':
      return <StagePanel id={selection.stage} />;
    case 'rail':
      return <RailPanel id={selection.stage} />;
    case 'step':
      return <StepPanel stage={selection.stage} id={selection.id} />;
    case 'link':
      return <LinkPanel stage={selection.stage} id={selection.id} />;
    case 'exit':
      return <ExitPanel stage={selection.stage} id={selection.id} />;
    case 'end':
      return <EndPanel end={selection.end} />;
  }
}

/** The properties of what is selected, 332 px wide; a wished input gets the focus. */
export function PropertyPanel() {
  const { focus, store } = useEditor();
  const drawing = useDrawing();
  const selection = useEditorState((state) => state.selection);
  const readOnly = useEditorState((state) => state.readOnly);
  const wish = useStore(focus, (state) => state.input);
  const panel = useRef<HTMLElement>(null);
  const key = selectionKey(selection);
  useEffect(() => {
    if (wish && panel.current) focusPath(panel.current, wish.path);
  }, [wish]);
  return (
    <aside
      ref={panel}
      className={styles.panel}
      aria-label={`Properties of ${selectionName(drawing, selection)}`}
    >
      <ActionIcon
        className={styles.close ?? ''}
        size="xs"
        variant="subtle"
        color="gray"
        aria-label="Close the properties"
        onClick={() => store.getState().setPanelOpen(false)}
      >
        <IconX size={16} stroke={1.5} />
      </ActionIcon>
      <div key={key} className={styles.scroll}>
        <fieldset disabled={readOnly} className={styles.fields}>
          <PanelOf selection={selection} />
        </fieldset>
      </div>
    </aside>
  );
}
