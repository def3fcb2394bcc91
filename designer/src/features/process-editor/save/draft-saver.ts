import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Drawing } from '#core/drawing/drawing.ts';
import { replaceDrawing } from '../commands/edit-process.ts';
import type { EditorStore } from '../state/editor-store.ts';
import type { DraftJournal } from './draft-journal.ts';

/** The draft as the server has it. */
export interface ServerDraft {
  revision: number;
  drawing: Drawing;
  savedAt: string;
  savedBy: string | undefined;
}

/** Why saving did not work. */
export type SaveFailure =
  | { kind: 'unreachable' }
  | { kind: 'refused'; error: unknown }
  | { kind: 'conflict'; theirs: ServerDraft };

export type SaveState =
  | { kind: 'saved'; at: string }
  | { kind: 'changed' }
  | { kind: 'saving' }
  | { kind: 'offline'; since: number }
  | { kind: 'refused'; error: unknown }
  | { kind: 'conflict'; theirs: ServerDraft };

export interface DraftSaver {
  state: StoreApi<{ save: SaveState }>;
  /** Revision of the server's draft that the edits are made on. */
  revision: () => number;
  /** Saves now what is unsaved; resolves with true when the server has the drawing as it is. */
  flush: () => Promise<boolean>;
  /** Settles a conflict; either choice can be undone. */
  resolve: (choice: 'mine' | 'theirs') => void;
  /** Takes a draft that the server already has, as one edit that can be undone. */
  adopt: (draft: ServerDraft, label: string) => void;
  /** Takes unsaved edits of this browser up again, once; false when there are none. */
  recover: () => boolean;
  /** Begins to follow the edits; returns the way to stop. */
  start: () => () => void;
}

interface SaverOptions {
  editor: EditorStore;
  base: ServerDraft;
  journal: DraftJournal;
  send: (revision: number, drawing: Drawing) => Promise<{ revision: number; savedAt: string }>;
  /** Tells apart what `send` threw. */
  failureOf: (error: unknown) => SaveFailure;
  now: () => number;
}

const PAUSE_MS = 1500;
const RETRY_MS = 5000;

/** Saves the draft after each pause in editing; what is not acknowledged is kept in the journal. */
export function createDraftSaver(options: SaverOptions): DraftSaver {
  const { editor, journal, send, failureOf, now } = options;
  let base = options.base;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let isRecovered = false;
  const state = createStore<{ save: SaveState }>()(() => ({
    save: { kind: 'saved', at: base.savedAt },
  }));
  const put = (save: SaveState) => state.setState({ save });
  const drawing = () => editor.getState().drawing;
  const isSaved = () => drawing() === base.drawing;

  function schedule(delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), delay);
  }

  function acknowledged(sent: Drawing, answer: { revision: number; savedAt: string }): void {
    base = { ...base, revision: answer.revision, drawing: sent, savedAt: answer.savedAt };
    if (isSaved()) {
      journal.clear();
      put({ kind: 'saved', at: answer.savedAt });
    } else {
      journal.write({ revision: base.revision, drawing: drawing() });
      put({ kind: 'changed' });
      schedule(PAUSE_MS);
    }
  }

  function failed(error: unknown): void {
    const failure = failureOf(error);
    if (failure.kind === 'unreachable') {
      const before = state.getState().save;
      put({ kind: 'offline', since: before.kind === 'offline' ? before.since : now() });
      schedule(RETRY_MS);
    } else put(failure);
  }

  async function attempt(): Promise<void> {
    clearTimeout(timer);
    const sent = drawing();
    if (state.getState().save.kind !== 'offline') put({ kind: 'saving' });
    try {
      acknowledged(sent, await send(base.revision, sent));
    } catch (error) {
      failed(error);
    }
  }

  async function flush(): Promise<boolean> {
    await running;
    if (!isSaved() && state.getState().save.kind !== 'conflict') {
      running = attempt();
      await running;
      running = undefined;
    }
    return isSaved();
  }

  function changed(next: Drawing): void {
    journal.write({ revision: base.revision, drawing: next });
    const { kind } = state.getState().save;
    if (kind === 'conflict' || kind === 'saving') return;
    if (kind !== 'offline') put({ kind: 'changed' });
    schedule(PAUSE_MS);
  }

  function start(): () => void {
    const unsubscribe = editor.subscribe((next, previous) => {
      if (next.drawing !== previous.drawing && next.drawing !== base.drawing) changed(next.drawing);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }

  /** Kept on an older revision, the edits meet the newer draft as a conflict when they are saved. */
  function recover(): boolean {
    const entry = isRecovered ? undefined : journal.read();
    isRecovered = true;
    if (!entry) return false;
    base = { ...base, revision: entry.revision };
    return editor.getState().dispatch(replaceDrawing(entry.drawing, 'Recover unsaved edits'));
  }

  function adopt(draft: ServerDraft, label: string): void {
    clearTimeout(timer);
    editor.getState().dispatch(replaceDrawing(draft.drawing, label));
    base = { ...draft, drawing: drawing() };
    journal.clear();
    put({ kind: 'saved', at: draft.savedAt });
  }

  function resolve(choice: 'mine' | 'theirs'): void {
    const { save } = state.getState();
    if (save.kind !== 'conflict') return;
    const mine = drawing();
    adopt(save.theirs, `Take the draft of ${save.theirs.savedBy ?? 'someone else'}`);
    if (choice === 'mine') editor.getState().dispatch(replaceDrawing(mine, 'Keep my draft'));
  }

  return {
    state,
    revision: () => base.revision,
    flush,
    resolve,
    adopt,
    recover,
    start,
  };
}
