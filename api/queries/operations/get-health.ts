import type { RequestContext } from '../../http/request-context.ts';
import { AppError } from '../../problem/app-error.ts';

const PATIENCE_MS = 1_500;
const RETRY_AFTER_SECONDS = 2;

function away(cause?: unknown): AppError {
  const detail = 'The database does not answer. Try again in a moment.';
  return new AppError('unavailable', detail, { cause, retryAfter: RETRY_AFTER_SECONDS });
}

/**
 * True when the api can read its database. Answers within two seconds, whatever hangs: who asks decides by it.
 * @throws AppError `unavailable`
 */
export async function getHealth({ services }: RequestContext): Promise<{ ok: boolean }> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(away()), PATIENCE_MS);
  });
  const read = services.database.$queryRaw`SELECT 1`.catch((error: unknown) => {
    throw away(error);
  });
  await Promise.race([read, late]).finally(() => clearTimeout(timer));
  return { ok: true };
}
