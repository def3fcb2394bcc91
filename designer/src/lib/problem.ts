import type { Problem } from '#api/contract/problem.ts';

export type { Problem } from '#api/contract/problem.ts';
/** One thing that is wrong, at a path of the request (`values.margin`, `stages.2.name`). */
export type ProblemItem = NonNullable<Problem['errors']>[number];

/** A refusal by the api, or, with status 0, a request that never reached it. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.detail, options);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

export function unreachableProblem(cause: unknown): ProblemError {
  const problem: Problem = {
    type: 'about:blank',
    title: 'The server cannot be reached',
    status: 0,
    code: 'unreachable',
    detail: 'Check the connection and try again.',
  };
  return new ProblemError(problem, { cause });
}

/** True for a refusal, and, when a code is given, for that one. */
export function isProblem(error: unknown, code?: string): error is ProblemError {
  return error instanceof ProblemError && (code === undefined || error.problem.code === code);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function toItem(value: unknown): ProblemItem | undefined {
  if (!isRecord(value)) return undefined;
  const message = text(value['message']);
  if (message === undefined) return undefined;
  return {
    path: text(value['path']) ?? '',
    value: value['value'],
    message,
    remedy: text(value['remedy']),
    code: text(value['code']),
  };
}

const SERVER_ERROR = 500;
/** For an error without words of its own, as a gateway answers: the second try carries the key of the first. */
const TRY_AGAIN = 'Try again in a moment. What was done already is not done twice.';

/** Reads a response body as a problem; a body of another shape becomes one by its status. */
export function toProblem(body: unknown, status: number): Problem {
  const source = isRecord(body) ? body : {};
  const title = text(source['title']) ?? `The server answered with status ${status}`;
  const errors = Array.isArray(source['errors']) ? source['errors'].map(toItem) : undefined;
  return {
    type: text(source['type']) ?? 'about:blank',
    title,
    status,
    code: text(source['code']) ?? `http-${status}`,
    detail: text(source['detail']) ?? (status < SERVER_ERROR ? '' : TRY_AGAIN),
    errors: errors?.filter((item) => item !== undefined),
    current: source['current'],
  };
}

/** The first message of each path, for forms: `{ 'values.margin': 'Margin is above 100 %' }`. */
export function fieldErrors(error: unknown): Record<string, string> {
  const found: Record<string, string> = {};
  if (!isProblem(error)) return found;
  for (const item of error.problem.errors ?? []) found[item.path] ??= item.message;
  return found;
}
