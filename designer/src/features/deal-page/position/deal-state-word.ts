const words: Record<string, string> = {
  planned: 'Planned',
  starting: 'Starting',
  open: 'Open',
  on_hold: 'On hold',
  won: 'Won',
  lost: 'Lost',
  finished: 'Finished',
};

/** Where a deal is in its life, in a word. */
export function dealStateWord(state: string): string {
  return words[state] ?? state;
}
