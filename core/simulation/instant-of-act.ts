import { dueInstant } from '../time/due.ts';
import { parseDuration } from '../time/duration.ts';
import type { Drive } from '../world/drive.ts';
import type { Impossible } from './event-of-act.ts';

/**
 * When an act happens, epoch ms: the instant it names, that much after the act before on the calendar
 * of the process, or the same instant.
 */
export function instantOfAct(drive: Drive, at: string | undefined): number | Impossible {
  if (at === undefined) return drive.now;
  const duration = parseDuration(at);
  if (!duration) {
    const instant = Date.parse(at);
    if (instant >= drive.now) return instant;
    const before = new Date(drive.now).toISOString();
    return { message: `${at} lies before the act before it (${before}). Put the acts in order.` };
  }
  try {
    const { calendar } = drive.definition;
    return dueInstant(drive.now, duration, drive.world.calendar({ calendar }));
  } catch (error) {
    return { message: `${at} cannot be counted: ${(error as Error).message}` };
  }
}
