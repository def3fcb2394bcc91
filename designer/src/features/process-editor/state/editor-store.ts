import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Drawing } from '#core/drawing/drawing.ts';
import { isRefusal, type Command, type Refusal } from '../commands/command.ts';
import {
  emptyHistory,
  record,
  runCommand,
  settle,
  stepBack,
  stepForward,
  type History,
} from './history.ts';
import { nearestDrawn, wholeProcess, type Selection } from './selection.ts';

export interface EditorState {
  drawing: Drawing;
  history: History;
  selection: Selection;
  /** Ids of stages shown as a spine. Never part of the drawing, never undone. */
  collapsed: ReadonlySet<string>;
  panelOpen: boolean;
  /** A published version is looked at: commands are refused. */
  readOnly: boolean;
  /** Runs a command; false when it was refused or changed nothing. */
  dispatch: (made: Command | Refusal) => boolean;
  undo: () => void;
  redo: () => void;
  /** Ends the coalescing of typing, on blur. */
  settle: () => void;
  select: (selection: Selection, panel?: 'open' | 'asItIs') => void;
  setPanelOpen: (open: boolean) => void;
  setCollapsed: (stages: Iterable<string>, collapsed: boolean) => void;
}

export type EditorStore = StoreApi<EditorState>;

export type Telling = 'done' | 'removed' | 'refused';

interface EditorOptions {
  drawing: Drawing;
  /** Tells a person (and a screen reader) what was done or undone, taken away, or refused. */
  tell: (message: string, tone: Telling) => void;
  /** Monotonic milliseconds, for the coalescing of typing. */
  now: () => number;
  readOnly?: boolean;
}

type Put = EditorStore['setState'];
type Read = EditorStore['getState'];

function makeDispatch(set: Put, get: Read, { tell, now }: EditorOptions): EditorState['dispatch'] {
  return (made) => {
    if (isRefusal(made)) {
      tell(made.refused, 'refused');
      return false;
    }
    const { drawing, history, selection, readOnly } = get();
    const ran = readOnly ? undefined : runCommand(drawing, made);
    if (!ran) return false;
    const after = nearestDrawn(ran.drawing, made.select ?? selection);
    const open = made.coalesce === undefined ? undefined : { key: made.coalesce, at: now() };
    const entry = { label: made.label, ...ran, before: selection, after, open };
    set({ drawing: ran.drawing, selection: after, history: record(history, entry) });
    if (open === undefined) tell(made.label, made.removes === true ? 'removed' : 'done');
    return true;
  };
}

function makeTravel(set: Put, get: Read, { tell }: EditorOptions, way: 'undo' | 'redo') {
  return () => {
    const { history, drawing, readOnly } = get();
    const travelled = (way === 'undo' ? stepBack : stepForward)(history, drawing);
    if (!travelled || readOnly) return;
    const { entry } = travelled;
    const selection = nearestDrawn(travelled.drawing, way === 'undo' ? entry.before : entry.after);
    set({ drawing: travelled.drawing, history: travelled.history, selection });
    tell(`${way === 'undo' ? 'Undid' : 'Did again'}: ${entry.label}`, 'done');
  };
}

/** The draft, its history, and what is looked at. All edits go through `dispatch`. */
export function createEditorStore(options: EditorOptions): EditorStore {
  return createStore<EditorState>()((set, get) => ({
    drawing: options.drawing,
    history: emptyHistory,
    selection: wholeProcess,
    collapsed: new Set(),
    panelOpen: true,
    readOnly: options.readOnly ?? false,
    dispatch: makeDispatch(set, get, options),
    undo: makeTravel(set, get, options, 'undo'),
    redo: makeTravel(set, get, options, 'redo'),
    settle: () => set({ history: settle(get().history) }),
    select: (selection, panel = 'asItIs') =>
      set({
        history: settle(get().history),
        selection: nearestDrawn(get().drawing, selection),
        ...(panel === 'open' ? { panelOpen: true } : {}),
      }),
    setPanelOpen: (panelOpen) => set({ panelOpen }),
    setCollapsed: (stages, collapsed) => {
      const next = new Set(get().collapsed);
      for (const stage of stages)
        if (collapsed) next.add(stage);
        else next.delete(stage);
      set({ collapsed: next });
    },
  }));
}
