import { codeOf } from '#core/world/answer-code.ts';
import { dueInstant } from '#core/time/due.ts';
import type { Duration } from '#core/time/duration.ts';
import type { Turn } from '../batch/turn.ts';
import { readCalendars } from '../clocks/kept-calendars.ts';

/**
 * When a follow-up begins: so long after this batch, on the calendar of the process. A code says why that
 * is not known: the calendar is missing, or has no working time.
 */
export async function followUpAt(
  turn: Turn,
  after: Duration,
): Promise<{ at: Date } | { code: string }> {
  const { calendar: key } = turn.version.drawing;
  const calendar = (await readCalendars(turn.tx, [key])).get(key);
  if (!calendar) return { code: 'no-calendar' };
  try {
    return { at: new Date(dueInstant(turn.batch.now, after, calendar)) };
  } catch (error) {
    return { code: codeOf(error) };
  }
}
