import { createContext, useCallback, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Directory } from '#core/definition/directory/directory.ts';
import type { Drawing } from '#core/drawing/drawing.ts';
import { drawnRail } from '#core/drawing/drawn-step.ts';
import type { Command, Refusal } from '../commands/command.ts';
import type { EditorState, EditorStore } from './editor-store.ts';
import type { FocusStore } from './focus-store.ts';
import type { LiveStore } from './live-store.ts';
import type { ProblemStore } from './problem-store.ts';
import { selectionKey } from './selection.ts';

/** What a drawing may refer to, with the names that forms show. */
export type NamedDirectory = Omit<Directory, 'calendars'> & {
  calendars: (Directory['calendars'][number] & { name: string })[];
};

/** All that the parts of the editor share. The stores stay the same while a process is open. */
export interface Editor {
  processKey: string;
  directory: NamedDirectory;
  store: EditorStore;
  problems: ProblemStore;
  live: LiveStore;
  focus: FocusStore;
}

const EditorContext = createContext<Editor | undefined>(undefined);

export function EditorProvider({ editor, children }: { editor: Editor; children: ReactNode }) {
  return <EditorContext value={editor}>{children}</EditorContext>;
}

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('useEditor is used outside the editor');
  return editor;
}

export function useEditorState<T>(select: (state: EditorState) => T): T {
  return useStore(useEditor().store, select);
}

export function useDrawing(): Drawing {
  return useEditorState((state) => state.drawing);
}

/** True when steps are those of a rail: they never hold a deal and belong to no stage. */
export function useIsOnRail(holder: string): boolean {
  return useEditorState((state) => drawnRail(state.drawing, holder) !== undefined);
}

/** The one way to change the drawing: `edit((drawing) => addStage(drawing))`. */
export function useEdit(): (make: (drawing: Drawing) => Command | Refusal) => boolean {
  const { store } = useEditor();
  return useCallback(
    (make) => {
      const state = store.getState();
      return state.dispatch(make(state.drawing));
    },
    [store],
  );
}

/** The first problem of the selected element at this input, as the error below it. */
export function useProblemAt(path: string): string | undefined {
  const { store, problems } = useEditor();
  const key = useStore(store, (state) => selectionKey(state.selection));
  return useStore(problems, ({ byElement }) => {
    const found = byElement.get(key)?.find((problem) => problem.fieldPath === path);
    return found?.severity === 'error' ? found.message : undefined;
  });
}
