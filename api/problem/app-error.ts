import type { Problem } from '../contract/problem.ts';
import type { ProblemCode } from './problem-codes.ts';

export type ProblemItem = NonNullable<Problem['errors']>[number];

interface Details {
  /** Everything that is wrong, never only the first. */
  errors?: ProblemItem[];
  /** State as it is now, for a conflict. */
  current?: unknown;
  /** Seconds after which a new attempt may succeed. */
  retryAfter?: number;
  cause?: unknown;
}

/** A refusal: becomes a problem document by its code. `detail` is a finished sentence for people. */
export class AppError extends Error {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors: ProblemItem[] | undefined;
  readonly current: unknown;
  readonly retryAfter: number | undefined;

  constructor(code: ProblemCode, detail: string, details: Details = {}) {
    super(`${code}: ${detail}`, { cause: details.cause });
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
    this.errors = details.errors;
    this.current = details.current;
    this.retryAfter = details.retryAfter;
  }
}

/**
 * 404 for a thing that does not exist, or that the person must not know of.
 * @param known what there is instead, where whoever asks may know it
 */
export function notFound(what: string, id: string, known: readonly string[] = []): AppError {
  const remedy = known.length > 0 ? `Choose one of ${known.join(', ')}.` : undefined;
  const detail = [`There is no ${what} ${id}.`, remedy].filter(Boolean).join(' ');
  const message = `No ${what} has this id.`;
  return new AppError('not-found', detail, {
    errors: [{ path: 'id', value: id, message, ...(remedy !== undefined && { remedy }) }],
  });
}
