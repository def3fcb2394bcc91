import { isFinal } from './activities/batch/failures.ts';

/** An error that may heal is looked at so often. */
const MOST_ATTEMPTS = 5;

/** Code of the incident of a step whose mail or webhook cannot be put together. */
export const notComposed = 'not-composed';

/** Prefix of the cause for which a row was closed that could not be put together. */
const prefix = 'failed:';

/** Whether a row is given up, for a person to decide, instead of being tried again by itself. */
export function isGivenUp(error: unknown, attempts: number): boolean {
  return attempts >= MOST_ATTEMPTS || (error instanceof Error && isFinal(error));
}

export function failedFor(cause: string): string {
  return prefix + cause;
}

/** Whether a row was closed because it could not be put together. */
export function wasNotComposed(closedWhy: string | null): boolean {
  return closedWhy?.startsWith(prefix) === true;
}
