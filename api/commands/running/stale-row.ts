import { AppError } from '../../problem/app-error.ts';

/** A conflict with somebody else's change. */
export function staleRow(what: string, given: number, current: { revision: number }): AppError {
  const message = `It is at revision ${current.revision} now.`;
  return new AppError('stale', `${what} was changed meanwhile. Look again, then repeat.`, {
    errors: [{ path: 'revision', value: given, message }],
    current,
  });
}
