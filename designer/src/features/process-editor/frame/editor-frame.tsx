import { ReactFlowProvider } from '@xyflow/react';
import { useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { Board } from '../board/board.tsx';
import { AddList } from '../lists/add-list.tsx';
import { ConnectList } from '../lists/connect-list.tsx';
import { Palette } from '../palette/palette.tsx';
import { ProblemsDrawer } from '../problems/problems-drawer.tsx';
import { useValidation } from '../problems/use-validation.ts';
import { PropertyPanel } from '../properties/property-panel.tsx';
import { useEditor, useEditorState } from '../state/editor-context.tsx';
import styles from './frame.module.css';
import type { ProblemsToggle } from './top-bar.tsx';
import { useEditorShortcuts } from './use-editor-shortcuts.ts';

/** The list of problems opens by itself with the first error; after that a person decides. */
function useProblemsToggle(): ProblemsToggle {
  const { problems } = useEditor();
  const seen = useStore(problems, (state) => state.seen);
  const [choice, setChoice] = useState<boolean>();
  const opened = choice ?? seen;
  return { opened, toggle: () => setChoice(!opened) };
}

function Lists() {
  const { focus } = useEditor();
  const list = useStore(focus, (state) => state.list);
  if (list === 'add') return <AddList />;
  return list === 'connect' ? <ConnectList /> : null;
}

interface EditorFrameProps {
  /** The top bar, which also opens the list of problems. */
  bar: (problems: ProblemsToggle) => ReactNode;
  onSave?: () => void;
}

/** Palette, board, problems and properties below a top bar: drawing is a focus mode. */
export function EditorFrame({ bar, onSave }: EditorFrameProps) {
  const editor = useEditor();
  useValidation(editor);
  const toggle = useProblemsToggle();
  const problems = useEditorShortcuts(onSave);
  const panelOpen = useEditorState((state) => state.panelOpen);
  return (
    <div className={styles.frame}>
      {bar(toggle)}
      <ReactFlowProvider>
        <div className={styles.body}>
          <div className={styles.middle}>
            <div className={styles.work}>
              <Palette />
              <Board />
            </div>
            <ProblemsDrawer {...toggle} onToggle={toggle.toggle} current={problems.current} />
          </div>
          {panelOpen && <PropertyPanel />}
        </div>
        <Lists />
      </ReactFlowProvider>
    </div>
  );
}
