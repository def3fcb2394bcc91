import { armNow } from './back.ts';
import type { EventOf } from './event.ts';
import type { Turn } from './turn.ts';

/** A person lets automatic exits go again after going back (E12). */
export function armExits(turn: Turn, { by }: EventOf<'arm'>): void {
  armNow(turn, by);
}
