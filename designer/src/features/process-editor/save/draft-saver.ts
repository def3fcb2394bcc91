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

interface Saved {
  revision: number;
  savedAt: string;
}

interface SaverOptions {
  editor: EditorStore;
  base: ServerDraft;
  journal: DraftJournal;
  send: (revision: number, drawing: Drawing) => Promise<Saved>;
  /** Tells apart what `send` threw. */
  failureOf: (error: unknown) => SaveFailure;
  now: () => number;
}

/** What the functions below share: the options, and where saving stands. */
interface Saving extends SaverOptions {
  state: DraftSaver['state'];
  timer: ReturnType<typeof setTimeout> | undefined;
  running: Promise<void> | undefined;
  isRecovered: boolean;
}

const PAUSE_MS = 1500;
const RETRY_MS = 5000;

const stateOf = (saving: Saving): SaveState => saving.state.getState().save;
const put = (saving: Saving, save: SaveState): void => saving.state.setState({ save });
const drawn = (saving: Saving): Drawing => saving.editor.getState().drawing;
const isSaved = (saving: Saving): boolean => drawn(saving) === saving.base.drawing;

function schedule(saving: Saving, delay: number): void {
  clearTimeout(saving.timer);
  saving.timer = setTimeout(() => void flush(saving), delay);
}

function acknowledged(saving: Saving, sent: Drawing, { revision, savedAt }: Saved): void {
  saving.base = { ...saving.base, revision, drawing: sent, savedAt };
  if (isSaved(saving)) {
    saving.journal.clear();
    put(saving, { kind: 'saved', at: savedAt });
    return;
  }
  saving.journal.write({ revision, drawing: drawn(saving) });
  put(saving, { kind: 'changed' });
  schedule(saving, PAUSE_MS);
}

function failed(saving: Saving, error: unknown): void {
  const failure = saving.failureOf(error);
  if (failure.kind !== 'unreachable') {
    put(saving, failure);
    return;
  }
  const before = stateOf(saving);
  put(saving, { kind: 'offline', since: before.kind === 'offline' ? before.since : saving.now() });
  schedule(saving, RETRY_MS);
}

async function attempt(saving: Saving): Promise<void> {
  clearTimeout(saving.timer);
  const sent = drawn(saving);
  if (stateOf(saving).kind !== 'offline') put(saving, { kind: 'saving' });
  try {
    acknowledged(saving, sent, await saving.send(saving.base.revision, sent));
  } catch (error) {
    failed(saving, error);
  }
}

async function flush(saving: Saving): Promise<boolean> {
  await saving.running;
  if (!isSaved(saving) && stateOf(saving).kind !== 'conflict') {
    saving.running = attempt(saving);
    await saving.running;
    saving.running = undefined;
  }
  return isSaved(saving);
}

function changed(saving: Saving, drawing: Drawing): void {
  saving.journal.write({ revision: saving.base.revision, drawing });
  const { kind } = stateOf(saving);
  if (kind === 'conflict' || kind === 'saving') return;
  if (kind !== 'offline') put(saving, { kind: 'changed' });
  schedule(saving, PAUSE_MS);
}

function start(saving: Saving): () => void {
  const unsubscribe = saving.editor.subscribe((next, previous) => {
    const { drawing } = next;
    if (drawing !== previous.drawing && drawing !== saving.base.drawing) changed(saving, drawing);
  });
  return () => {
    clearTimeout(saving.timer);
    unsubscribe();
  };
}

function adopt(saving: Saving, draft: ServerDraft, label: string): void {
  clearTimeout(saving.timer);
  saving.editor.getState().dispatch(replaceDrawing(draft.drawing, label));
  saving.base = { ...draft, drawing: drawn(saving) };
  saving.journal.clear();
  put(saving, { kind: 'saved', at: draft.savedAt });
}

function resolve(saving: Saving, choice: 'mine' | 'theirs'): void {
  const save = stateOf(saving);
  if (save.kind !== 'conflict') return;
  const mine = drawn(saving);
  adopt(saving, save.theirs, `Take the draft of ${save.theirs.savedBy ?? 'someone else'}`);
  if (choice === 'mine') saving.editor.getState().dispatch(replaceDrawing(mine, 'Keep my draft'));
}

/** Kept on an older revision, the edits meet the newer draft as a conflict when they are saved. */
function recover(saving: Saving): boolean {
  const entry = saving.isRecovered ? undefined : saving.journal.read();
  saving.isRecovered = true;
  if (!entry) return false;
  saving.base = { ...saving.base, revision: entry.revision };
  return saving.editor.getState().dispatch(replaceDrawing(entry.drawing, 'Recover unsaved edits'));
}

/** Saves the draft after each pause in editing; what is not acknowledged is kept in the journal. */
export function createDraftSaver(options: SaverOptions): DraftSaver {
  const state = createStore<{ save: SaveState }>()(() => ({
    save: { kind: 'saved', at: options.base.savedAt },
  }));
  const none = { timer: undefined, running: undefined, isRecovered: false };
  const saving: Saving = { ...options, ...none, state };
  return {
    state,
    revision: () => saving.base.revision,
    flush: () => flush(saving),
    resolve: (choice) => resolve(saving, choice),
    adopt: (draft, label) => adopt(saving, draft, label),
    recover: () => recover(saving),
    start: () => start(saving),
  };
}
