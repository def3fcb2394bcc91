import { isClosing } from './process/managed-process.ts';

const QUIET_MS = 3_000;
const REMINDER_MS = 10_000;

export type Say = (what: string) => void;

/** The note of a step that is over without being done: shown with ! instead of ✓. */
export class NotDone {
  readonly why: string;

  constructor(why: string) {
    this.why = why;
  }
}

/**
 * Does one step of a longer affair and shows it: a line when it is done, with its seconds; while it takes long, a
 * line every ten seconds, unless it shows by itself that it is alive (`speaks`). `work` may say what it is busy
 * with, and answers a note for the last line.
 */
export async function step(
  title: string,
  work: (say: Say) => Promise<string | NotDone | undefined>,
  speaks = false,
): Promise<void> {
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  let reminder = speaks ? undefined : setTimeout(remind, QUIET_MS);
  function remind(): void {
    show(`… ${title} (${seconds()})`);
    reminder = setTimeout(remind, REMINDER_MS);
  }
  try {
    const note = await work((what) => show(`… ${title}: ${what}`));
    if (note instanceof NotDone) show(`! ${title}: ${note.why} (${seconds()})`);
    else show(`✓ ${title}${note ? `: ${note}` : ''} (${seconds()})`);
  } catch (error) {
    show(`✗ ${title} (${seconds()})`);
    throw error;
  } finally {
    clearTimeout(reminder);
  }
}

function show(line: string): void {
  if (!isClosing()) console.log(`  ${line}`);
}
