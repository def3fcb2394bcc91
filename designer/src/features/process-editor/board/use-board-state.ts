import { useStore as useFlowStore } from '@xyflow/react';
import { useStore } from 'zustand';
import { useEditor, useEditorState } from '../state/editor-context.tsx';
import { countProblems, type ProblemCount } from '../state/problem-store.ts';
import { selectionKey } from '../state/selection.ts';
import { useShallow } from 'zustand/react/shallow';

/** True while this element is the selected one; re-renders only when that changes. */
export function useIsSelected(key: string): boolean {
  return useEditorState((state) => selectionKey(state.selection) === key);
}

const none: ProblemCount = { errors: 0, warnings: 0 };

/** How many problems an element has, all of `within` counted too (a collapsed stage's steps). */
export function useProblemCount(key: string, within?: string): ProblemCount {
  const { problems } = useEditor();
  return useStore(
    problems,
    useShallow(({ byElement, problems: all }) => {
      if (within !== undefined) {
        return countProblems(
          all.filter(
            ({ stage, elementId, elementKind }) =>
              stage === within || (elementKind === 'stage' && elementId === within),
          ),
        );
      }
      const found = byElement.get(key);
      return found ? countProblems(found) : none;
    }),
  );
}

const SMALL = 0.45;

/** True when the board is shown so small that cards are only titles. */
export function useIsSmall(): boolean {
  return useFlowStore((state) => state.transform[2] < SMALL);
}
