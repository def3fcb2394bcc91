import { ApplicationFailure } from '@temporalio/common';

/** Prisma's codes for what the data or the statement is to blame for; all others may heal. */
const wrongData = new Set([
  'P2000',
  'P2002',
  'P2003',
  'P2004',
  'P2005',
  'P2006',
  'P2007',
  'P2011',
  'P2012',
  'P2014',
  'P2019',
  'P2020',
  'P2023',
  'P2025',
]);

/**
 * The failure as the run shall see it: what no repetition heals (a fault in our code, rows that
 * contradict the run) is final and becomes an incident; anything else is tried again.
 */
export function finalFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof ApplicationFailure) return error;
  if (!isFinal(error)) return error;
  return ApplicationFailure.create({
    message: error.message,
    type: 'effects-failed',
    nonRetryable: true,
    cause: error,
  });
}

/** Whether no repetition heals this error. */
export function isFinal(error: Error & { code?: unknown }): boolean {
  if (error instanceof TypeError || error instanceof RangeError) return true;
  if (error.name === 'PrismaClientValidationError' || error.name === 'ZodError') return true;
  return typeof error.code === 'string' && wrongData.has(error.code);
}
