import { validate } from '#core/definition/validate.ts';
import type { Drawing } from '#core/drawing/drawing.ts';
import { announce } from '../../../ui/feedback/announce.ts';
import { showToast, showUndo } from '../../../ui/feedback/toast.tsx';
import type { Editor, NamedDirectory } from '../state/editor-context.tsx';
import { createEditorStore, type Telling } from '../state/editor-store.ts';
import { createFocusStore } from '../state/focus-store.ts';
import { createLiveStore } from '../state/live-store.ts';
import { createProblemStore, putProblems } from '../state/problem-store.ts';
import { selectionById, stagesToFold } from './initial-view.ts';

const PALETTE = 124;
const PANEL = 332;

interface Opening {
  processKey: string;
  drawing: Drawing;
  directory: NamedDirectory;
  /** Id of the element to show. */
  element?: string | undefined;
  readOnly?: boolean;
}

function tell(message: string, tone: Telling, undo: () => void): void {
  if (tone === 'removed') showUndo(message.replace(/^Delete/, 'Deleted'), undo);
  else if (tone === 'refused') showToast({ title: message, tone: 'danger', seconds: 8 });
  else announce(message);
}

/** Makes the stores of an editor and chooses what is shown first. */
export function openEditor(opening: Opening): Editor {
  const { processKey, drawing, element, readOnly = false } = opening;
  const directory = { ...opening.directory, process: processKey };
  const store = createEditorStore({
    drawing,
    readOnly,
    now: () => performance.now(),
    tell: (message, tone) => tell(message, tone, () => store.getState().undo()),
  });
  const selection = selectionById(drawing, element);
  store.getState().select(selection);
  const problems = createProblemStore();
  putProblems(problems, validate(drawing, directory));
  const width = globalThis.innerWidth - PALETTE - PANEL;
  store.getState().setCollapsed(stagesToFold(drawing, width, selection), true);
  return {
    processKey,
    directory,
    store,
    problems,
    live: createLiveStore(),
    focus: createFocusStore(),
  };
}
