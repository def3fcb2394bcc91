import { drawingSchema, type Drawing } from '#core/drawing/drawing.ts';

/** A draft that the server has not acknowledged, as this browser keeps it. */
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

/** Keeps unsaved edits of one process through a reload, until they are acknowledged. */
export function createDraftJournal(processKey: string, storage: Storage): DraftJournal {
  const key = `stagewright-draft:${processKey}`;
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
