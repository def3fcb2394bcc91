/** Colours of the mini-map; columns are quiet, steps can be counted. */
export function minimapColor(part: 'step' | 'column'): string {
  return part === 'step' ? 'var(--bar-mute)' : 'var(--surface-3)';
}
