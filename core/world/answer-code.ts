import { NoWorkingTimeError } from '../time/no-working-time-error.ts';

/** Only what a person can put right becomes an incident; a fault of ours is thrown on. */
export function codeOf(error: unknown): string {
  if (error instanceof NoWorkingTimeError) return 'no-working-time';
  if (error instanceof RangeError) return 'bad-date';
  throw error;
}
