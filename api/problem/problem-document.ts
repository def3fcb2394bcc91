import type { Problem } from '../contract/problem.ts';
import type { AppError } from './app-error.ts';
import { problems } from './problem-codes.ts';
import { remedies } from './remedies.ts';

/** The RFC 9457 document of a refusal; `instance` is the id of the request, as the log has it. */
export function problemDocument(error: AppError, instance: string): Problem {
  const { status, title } = problems[error.code];
  return {
    type: `urn:stagewright:problem:${error.code}`,
    title,
    status,
    code: error.code,
    detail: error.detail,
    remedy: remedies[error.code],
    instance: `urn:request:${instance}`,
    ...(error.errors ? { errors: error.errors } : {}),
    ...(error.current === undefined ? {} : { current: error.current }),
  };
}
