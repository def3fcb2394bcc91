import type { ServerDraft } from './server-draft.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { canonicalJson } from '#core/definition/compiling/canonical-json.ts';
import { sha256 } from '#core/definition/compiling/sha256.ts';
import type { Drawing } from '#core/drawing/drawing.ts';
import { replaceDrawing } from '../commands/edit-process.ts';
import type { EditorStore } from '../state/editor-store.ts';
import type { DraftJournal } from './draft-journal.ts';
import { takingOf } from './other-side.ts';

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
  /** Takes a draft that the server already has, as one edit that can be undone; false when it says the same. */
  adopt: (draft: ServerDraft, label: string) => boolean;
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
  /** Prints of what was sent since the last answer: the server may have any of it. */
  sent: string[];
  /** False while the edits were made on an older draft than the one that was loaded. */
  knowsBase: boolean;
}

const PAUSE_MS = 1500;
const RETRY_MS = 5000;
const MOST_SENT = 20;

const stateOf = (saving: Saving): SaveState => saving.state.getState().save;
const put = (saving: Saving, save: SaveState): void => saving.state.setState({ save });
const drawn = (saving: Saving): Drawing => saving.editor.getState().drawing;
const isSaved = (saving: Saving): boolean => drawn(saving) === saving.base.drawing;

function schedule(saving: Saving, delay: number): void {
  clearTimeout(saving.timer);
  saving.timer = setTimeout(() => void flush(saving), delay);
}

/** What of a drawing is compared: not the order of its keys, nor texts that are absent. */
const printOf = (drawing: Drawing): string => sha256(canonicalJson(drawing));

/** Keeps what is not acknowledged in this browser. */
function keep({ journal, base, editor, sent }: Saving): void {
  journal.write({ revision: base.revision, drawing: editor.getState().drawing, sent });
}

function acknowledged(saving: Saving, sent: Drawing, { revision, savedAt }: Saved): void {
  saving.base = { ...saving.base, revision, drawing: sent, savedAt };
  saving.sent = [];
  saving.knowsBase = true;
  if (isSaved(saving)) {
    saving.journal.clear();
    put(saving, { kind: 'saved', at: savedAt });
    return;
  }
  keep(saving);
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

/** True when the draft that the server has is one's own: sent before without an answer, or what was known. */
function isOwn({ base, sent, knowsBase }: Saving, theirs: ServerDraft): boolean {
  const print = printOf(theirs.drawing);
  return sent.includes(print) || (knowsBase && print === printOf(base.drawing));
}

/** Sends the draft; one's own save is no conflict: what it lacks is sent again on its revision. */
async function attempt(saving: Saving): Promise<void> {
  clearTimeout(saving.timer);
  const drawing = drawn(saving);
  saving.sent = [...saving.sent.slice(-MOST_SENT), printOf(drawing)];
  keep(saving);
  if (stateOf(saving).kind !== 'offline') put(saving, { kind: 'saving' });
  try {
    acknowledged(saving, drawing, await saving.send(saving.base.revision, drawing));
  } catch (error) {
    const failure = saving.failureOf(error);
    if (failure.kind !== 'conflict' || !isOwn(saving, failure.theirs)) {
      failed(saving, error);
      return;
    }
    const { theirs } = failure;
    if (printOf(theirs.drawing) === printOf(drawing)) acknowledged(saving, drawing, theirs);
    else {
      saving.base = { ...saving.base, revision: theirs.revision };
      await attempt(saving);
    }
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

function changed(saving: Saving): void {
  keep(saving);
  const { kind } = stateOf(saving);
  if (kind === 'conflict' || kind === 'saving') return;
  if (kind !== 'offline') put(saving, { kind: 'changed' });
  schedule(saving, PAUSE_MS);
}

function start(saving: Saving): () => void {
  const unsubscribe = saving.editor.subscribe((next, previous) => {
    const { drawing } = next;
    if (drawing !== previous.drawing && drawing !== saving.base.drawing) changed(saving);
  });
  return () => {
    clearTimeout(saving.timer);
    unsubscribe();
  };
}

function adopt(saving: Saving, draft: ServerDraft, label: string): boolean {
  clearTimeout(saving.timer);
  const isOther = printOf(draft.drawing) !== printOf(drawn(saving));
  if (isOther) saving.editor.getState().dispatch(replaceDrawing(draft.drawing, label));
  saving.base = { ...draft, drawing: drawn(saving) };
  saving.sent = [];
  saving.knowsBase = true;
  saving.journal.clear();
  put(saving, { kind: 'saved', at: draft.savedAt });
  return isOther;
}

function resolve(saving: Saving, choice: 'mine' | 'theirs'): void {
  const save = stateOf(saving);
  if (save.kind !== 'conflict') return;
  const mine = drawn(saving);
  adopt(saving, save.theirs, takingOf(save.theirs));
  if (choice === 'mine') saving.editor.getState().dispatch(replaceDrawing(mine, 'Keep my draft'));
}

/**
 * Kept on an older revision, the edits meet the newer draft as a conflict when they are saved, unless that
 * draft is one that this browser sent. What the server has already is not taken up.
 */
function recover(saving: Saving): boolean {
  const entry = saving.isRecovered ? undefined : saving.journal.read();
  saving.isRecovered = true;
  if (!entry) return false;
  const print = printOf(saving.base.drawing);
  if (printOf(entry.drawing) === print) {
    saving.journal.clear();
    return false;
  }
  saving.sent = entry.sent;
  saving.knowsBase = entry.revision === saving.base.revision;
  if (!entry.sent.includes(print)) saving.base = { ...saving.base, revision: entry.revision };
  return saving.editor.getState().dispatch(replaceDrawing(entry.drawing, 'Recover unsaved edits'));
}

/** Saves the draft after each pause in editing; what is not acknowledged is kept in the journal. */
export function createDraftSaver(options: SaverOptions): DraftSaver {
  const state = createStore<{ save: SaveState }>()(() => ({
    save: { kind: 'saved', at: options.base.savedAt },
  }));
  const none = { timer: undefined, running: undefined, isRecovered: false, knowsBase: true };
  const saving: Saving = { ...options, ...none, sent: [], state };
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
