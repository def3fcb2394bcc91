import type { Exit } from '#core/drawing/stage.ts';

/** How a deal takes an exit, in one or two words. */
export function moveLabel(exit: Exit): string {
  if (exit.mode === 'auto') return exit.when === undefined ? 'automatic' : 'automatic, if';
  if (exit.mode === 'manual') return 'by a person';
  return exit.event === 'deadline' ? 'deadline passed' : `on ${exit.event ?? 'an event'}`;
}
