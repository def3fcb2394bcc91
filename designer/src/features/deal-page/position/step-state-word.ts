const words: Record<string, string> = {
  pending: 'to come',
  offered: 'optional',
  open: 'open',
  running: 'under way',
  waiting: 'waiting',
  incident: 'stopped',
  ended: 'done',
  skipped: 'not needed',
  cancelled: 'cancelled',
};

/** How far a step is, in a word; a state that is not known here is shown as it is. */
export function stepStateWord(status: string): string {
  return words[status] ?? status;
}
