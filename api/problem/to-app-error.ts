import { ORPCError, ValidationError } from '@orpc/contract';
import type { InputIssue } from '#core/file/issue-words.ts';
import { AppError } from './app-error.ts';
import { isAway } from './away.ts';
import { inputErrors } from './input-errors.ts';
import type { ProblemCode } from './problem-codes.ts';

/** Short: what is busy is soon free, and a repeat carries the same Idempotency-Key. */
const RETRY_AFTER_SECONDS = 2;

function ofValidation(error: ORPCError<string, unknown>): AppError | undefined {
  const { cause } = error;
  if (error.code !== 'BAD_REQUEST' || !(cause instanceof ValidationError)) return undefined;
  const errors = inputErrors(cause.issues as InputIssue[], cause.data);
  const first = errors[0];
  const detail =
    errors.length === 1 && first
      ? `${first.path || 'The body'}: ${first.message}`
      : `${errors.length} values are wrong or missing.`;
  return new AppError('invalid-input', detail, { errors, cause: error });
}

/** A refusal of one part of the request as a whole. */
function ofPart(path: string, code: ProblemCode, message: string, cause?: unknown): AppError {
  return new AppError(code, message, { errors: [{ path, message }], cause });
}

function ofBodyParser(error: unknown): AppError | undefined {
  const type = (error as { type?: unknown } | null)?.type;
  if (type === 'entity.parse.failed') {
    const message = `The body cannot be read: ${(error as Error).message}.`;
    return ofPart('body', 'malformed-json', message);
  }
  if (type === 'entity.too.large')
    return ofPart('body', 'body-too-large', 'The body is larger than 2 MB. Send less at once.');
  if (type === 'charset.unsupported' || type === 'encoding.unsupported')
    return ofPart('body', 'wrong-content-type', 'Send the body as JSON in UTF-8.');
  if (type === 'request.aborted' || type === 'request.size.invalid')
    return ofPart('body', 'invalid-input', 'The body did not arrive whole. Send it again.');
  return undefined;
}

function ofUrl(error: unknown): AppError | undefined {
  return error instanceof URIError
    ? ofPart('address', 'invalid-input', 'The address has a broken percent sign.')
    : undefined;
}

/** Whatever was thrown, as one kind of error; what is not known becomes `internal`. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof ORPCError) {
    const refused = ofValidation(error);
    if (refused) return refused;
    if (error.code === 'BAD_REQUEST')
      return ofPart('body', 'invalid-input', 'The request cannot be read.', error);
  }
  const known = ofBodyParser(error) ?? ofUrl(error);
  if (known) return known;
  if (isAway(error))
    return new AppError('unavailable', 'Try again in a moment: nothing is done twice.', {
      cause: error,
      retryAfter: RETRY_AFTER_SECONDS,
    });
  return new AppError('internal', 'The fault is recorded. Try again, or tell an admin.', {
    cause: error,
  });
}
