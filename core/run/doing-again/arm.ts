import { armNow } from './back.ts';
import type { EventOf } from '../contract/event.ts';
import type { Turn } from '../state/turn.ts';

/** A person lets automatic exits go again after going back (E12). */
export function armExits(turn: Turn, { by }: EventOf<'arm'>): void {
  armNow(turn, by);
}
