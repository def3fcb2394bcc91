import { armNow } from './back.ts';
import type { RunEvent } from './event.ts';
import type { Turn } from './turn.ts';

type Of<K extends RunEvent['kind']> = Extract<RunEvent, { kind: K }>;

/** A person lets automatic exits go again after going back (E12). */
export function armExits(turn: Turn, { by }: Of<'arm'>): void {
  armNow(turn, by);
}
