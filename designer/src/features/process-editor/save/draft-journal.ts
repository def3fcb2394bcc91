import { drawingSchema, type Drawing } from '#core/drawing/drawing.ts';
import { openTabs, ownTab } from './own-tab.ts';

/** A draft that the server has not acknowledged, as a tab of this browser keeps it. */
export interface JournalEntry {
  /** Revision of the draft that it was made on. */
  revision: number;
  drawing: Drawing;
  /** Prints of drawings that were sent and not answered. */
  sent: string[];
}

export interface DraftJournal {
  read: () => JournalEntry | undefined;
  write: (entry: JournalEntry) => void;
  clear: () => void;
}

function parse(text: string): JournalEntry | undefined {
  try {
    const { revision, drawing, sent } = JSON.parse(text) as Record<string, unknown>;
    const checked = drawingSchema.safeParse(drawing);
    if (typeof revision !== 'number' || !checked.success) return undefined;
    const prints = Array.isArray(sent) ? sent.filter((one) => typeof one === 'string') : [];
    return { revision, drawing: checked.data, sent: prints };
  } catch {
    return undefined;
  }
}

const placeOf = (processKey: string, tab: string) => `stagewright-draft:${processKey}:${tab}`;

/**
 * The journal of this tab. Where it has none, it takes up one of a tab that is open no more, as after a crash.
 */
export async function openDraftJournal(processKey: string): Promise<DraftJournal> {
  const tab = await ownTab();
  const open = await openTabs();
  if (open) takeUpLeft(processKey, localStorage, { tab, open });
  return createDraftJournal(processKey, localStorage, tab);
}

/** Moves the journal of one tab that is open no more to this tab, unless this tab has its own. */
export function takeUpLeft(
  processKey: string,
  storage: Storage,
  { tab, open }: { tab: string; open: readonly string[] },
): void {
  const place = placeOf(processKey, tab);
  if (storage.getItem(place) !== null) return;
  const prefix = placeOf(processKey, '');
  const left = Object.keys(storage).find(
    (key) => key.startsWith(prefix) && !open.includes(key.slice(prefix.length)),
  );
  const text = left === undefined ? null : storage.getItem(left);
  if (left === undefined || text === null) return;
  storage.removeItem(left);
  storage.setItem(place, text);
}

/** Keeps unsaved edits that one tab makes of one process through a reload, until they are acknowledged. */
export function createDraftJournal(
  processKey: string,
  storage: Storage,
  tab: string,
): DraftJournal {
  const key = placeOf(processKey, tab);
  return {
    read: () => {
      const text = storage.getItem(key);
      return text === null ? undefined : parse(text);
    },
    write: (entry) => {
      try {
        storage.setItem(key, JSON.stringify(entry));
      } catch {
        // A full storage loses the safety net, not the edit: saving goes on.
      }
    },
    clear: () => storage.removeItem(key),
  };
}
