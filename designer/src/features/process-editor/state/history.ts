import { apply, create, type Patches } from 'mutative';
import type { Drawing } from '#core/drawing/drawing.ts';
import type { Command } from '../commands/command.ts';
import type { Selection } from './selection.ts';

/** One edit that can be undone: patches both ways and what was selected around it. */
export interface HistoryEntry {
  label: string;
  patches: Patches<true>;
  inverse: Patches<true>;
  before: Selection;
  after: Selection;
  /** Set while further edits with this key may still join the entry. */
  open?: { key: string; at: number } | undefined;
}

export interface History {
  past: readonly HistoryEntry[];
  future: readonly HistoryEntry[];
}

export const emptyHistory: History = { past: [], future: [] };

const LIMIT = 200;
/** Pause in typing after which the next key stroke is an entry of its own. */
const COALESCE_MS = 800;

/** Runs a command on a drawing. `undefined` when it changes nothing. */
export function runCommand(
  drawing: Drawing,
  command: Command,
): { drawing: Drawing; patches: Patches<true>; inverse: Patches<true> } | undefined {
  const [next, patches, inverse] = create(drawing, command.recipe, { enablePatches: true });
  return patches.length === 0 ? undefined : { drawing: next, patches, inverse };
}

function joins(last: HistoryEntry | undefined, entry: HistoryEntry): last is HistoryEntry {
  if (!last?.open || !entry.open || last.open.key !== entry.open.key) return false;
  return entry.open.at - last.open.at <= COALESCE_MS;
}

/** Adds an entry, or joins it to the last one; what was undone before is gone. */
export function record(history: History, entry: HistoryEntry): History {
  const last = history.past.at(-1);
  if (!joins(last, entry)) {
    return { past: [...history.past, entry].slice(-LIMIT), future: [] };
  }
  const joined: HistoryEntry = {
    ...entry,
    before: last.before,
    patches: [...last.patches, ...entry.patches],
    inverse: [...entry.inverse, ...last.inverse],
  };
  return { past: [...history.past.slice(0, -1), joined], future: [] };
}

/** Closes the last entry, so that the next edit is an entry of its own. */
export function settle(history: History): History {
  const last = history.past.at(-1);
  if (!last?.open) return history;
  return { ...history, past: [...history.past.slice(0, -1), { ...last, open: undefined }] };
}

interface Travelled {
  history: History;
  drawing: Drawing;
  entry: HistoryEntry;
}

/** One entry back; `undefined` at the start. */
export function stepBack(history: History, drawing: Drawing): Travelled | undefined {
  const entry = history.past.at(-1);
  if (!entry) return undefined;
  return {
    entry,
    drawing: apply(drawing, entry.inverse),
    history: {
      past: history.past.slice(0, -1),
      future: [{ ...entry, open: undefined }, ...history.future],
    },
  };
}

/** One entry forward; `undefined` at the end. */
export function stepForward(history: History, drawing: Drawing): Travelled | undefined {
  const [entry, ...future] = history.future;
  if (!entry) return undefined;
  return {
    entry,
    drawing: apply(drawing, entry.patches),
    history: { past: [...history.past, entry], future },
  };
}
