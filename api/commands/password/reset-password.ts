import { createHash } from 'node:crypto';
import type { RequestContext } from '../../http/request-context.ts';
import { hashNewPassword } from './new-password.ts';
import { takeResetLink } from './reset-link.ts';
import { storePassword } from './store-password.ts';

/**
 * Sets the password of whoever has the link, without a session, and ends all sessions of that person. A password that
 * is refused leaves the link as it was.
 */
export async function resetPassword(
  context: RequestContext,
  { token, password }: { token: string; password: string },
) {
  const { services } = context;
  const tokenHash = createHash('sha256').update(token).digest('hex');
  return services.database.$transaction(
    async (tx) => {
      const at = services.now();
      const person = await takeResetLink(tx, tokenHash, at);
      context.subject = { kind: 'person', id: person.id };
      const hash = await hashNewPassword(services, person, password);
      await storePassword(tx, { personId: person.id, hash, at });
      return { ok: true as const };
    },
    { timeout: 15_000, maxWait: 5_000 },
  );
}
