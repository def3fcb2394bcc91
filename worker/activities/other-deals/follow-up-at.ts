import { ApplicationFailure } from '@temporalio/common';
import { dueInstant } from '#core/time/due.ts';
import type { Duration } from '#core/time/duration.ts';
import { NoWorkingTimeError } from '#core/time/no-working-time-error.ts';
import type { Turn } from '../turn.ts';
import { readCalendars } from '../kept-calendars.ts';

/** When a follow-up begins: so long after this batch, on the calendar of the process. */
export async function followUpAt(turn: Turn, after: Duration): Promise<Date> {
  const { calendar: key } = turn.version.drawing;
  const calendar = (await readCalendars(turn.tx, [key])).get(key);
  if (!calendar) throw unusable(key, 'is missing');
  try {
    return new Date(dueInstant(turn.batch.now, after, calendar));
  } catch (error) {
    if (!(error instanceof NoWorkingTimeError)) throw error;
    throw unusable(key, 'has no working time for a follow-up');
  }
}

function unusable(key: string, what: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(
    `The calendar "${key}" ${what}: correct it, then let the run go on.`,
    'effects-failed',
  );
}
