import type { RequestContext } from '../edge/request-context.ts';

/** True when the api can read its database. */
export async function getHealth({ services }: RequestContext): Promise<{ ok: boolean }> {
  await services.database.$queryRaw`SELECT 1`;
  return { ok: true };
}
