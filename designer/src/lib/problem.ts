/** One thing that is wrong, at a path of the request (`answers.margin`, `stages.2.name`). */
export interface ProblemItem {
  path: string;
  message: string;
  remedy?: string | undefined;
}

/** An RFC 9457 problem document as the api sends it. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string | undefined;
  errors?: ProblemItem[] | undefined;
  /** With 409: the state that the request was too old for. */
  current?: unknown;
}

/** A refusal by the api, or, with status 0, a request that never reached it. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.detail ?? problem.title, options);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

const unreachable: Problem = {
  type: 'about:blank',
  title: 'The server cannot be reached',
  status: 0,
  code: 'unreachable',
  detail: 'Nothing was changed, or it is not known yet. Check the connection and try again.',
};

export function unreachableProblem(cause: unknown): ProblemError {
  return new ProblemError(unreachable, { cause });
}

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
  return { path: text(value['path']) ?? '', message, remedy: text(value['remedy']) };
}

/** Reads a response body as a problem; a body of another shape becomes one by its status. */
export function toProblem(body: unknown, status: number): Problem {
  const source = isRecord(body) ? body : {};
  const errors = Array.isArray(source['errors'])
    ? source['errors'].map(toItem).filter((item) => item !== undefined)
    : undefined;
  return {
    type: text(source['type']) ?? 'about:blank',
    title: text(source['title']) ?? `The server answered ${status}`,
    status,
    code: text(source['code']) ?? `http-${status}`,
    detail: text(source['detail']),
    errors,
    current: source['current'],
  };
}

/** The first message of each path, for forms: `{ 'answers.margin': 'Margin is above 100 %' }`. */
export function fieldErrors(error: unknown): Record<string, string> {
  const found: Record<string, string> = {};
  if (!isProblem(error)) return found;
  for (const item of error.problem.errors ?? []) found[item.path] ??= item.message;
  return found;
}
