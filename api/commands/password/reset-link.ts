import type { Transaction } from '#prisma/client.ts';
import { AppError } from '../../problem/app-error.ts';

const MINUTE_MS = 60_000;
/** How long a link is good for. */
export const LINK_MINUTES = 60;

/** A new link of a person, in the place of an older one, which is no longer good; answers its name. */
export async function issueResetLink(
  tx: Transaction,
  { personId, issuedById, at }: { personId: string; issuedById: string; at: Date },
): Promise<string> {
  await tx.resetLink.deleteMany({ where: { personId } });
  const expiresAt = new Date(at.getTime() + LINK_MINUTES * MINUTE_MS);
  const data = { personId, issuedById, issuedAt: at, expiresAt };
  const { link } = await tx.resetLink.create({ data, select: { link: true } });
  return link;
}

/** An open link is no longer good: the person has another password, another address, or has left. */
export async function voidResetLink(tx: Transaction, personId: string): Promise<void> {
  await tx.resetLink.deleteMany({ where: { personId, usedAt: null } });
}

/**
 * Takes a link by the hash of its token, once: whoever comes at the same time waits, and is refused.
 * @throws AppError `link-not-valid`, the same for one that is used, too old, replaced, or never was
 */
export async function takeResetLink(
  tx: Transaction,
  tokenHash: string,
  at: Date,
): Promise<{ id: string; name: string; email: string }> {
  const [person] = await tx.$queryRaw<{ id: string; name: string; email: string }[]>`
    SELECT p.id, p.name, p.email FROM reset_link r JOIN person p ON p.id = r.person_id
    WHERE r.token_hash = ${tokenHash} AND r.used_at IS NULL AND r.expires_at > ${at} AND p.active
    FOR UPDATE OF r`;
  if (!person) throw notValid();
  const data = { usedAt: at, tokenHash: null };
  await tx.resetLink.update({ where: { personId: person.id }, data, select: { link: true } });
  return person;
}

function notValid(): AppError {
  const message = 'The link was used, is too old, or a newer one was sent.';
  const remedy =
    'Sign in if you have just set a new password; else ask an administrator for a new link.';
  const errors = [{ path: 'token', message, remedy }];
  return new AppError('link-not-valid', `${message} ${remedy}`, { errors });
}
