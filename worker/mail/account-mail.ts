import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from '#prisma/client.ts';
import type { Message } from '#prisma/generated/client.ts';
import { htmlBody } from './html-body.ts';
import type { Content } from './step-mail.ts';

/** Written by the commands of the api, of this type. */
type AccountTemplate =
  { kind: 'passwordChanged'; at: string } | { kind: 'resetLink'; link: string };

/** The link that a row brings, when it brings one. */
export function linkOf({ dealId, template }: Pick<Message, 'dealId' | 'template'>) {
  const account = template as unknown as AccountTemplate;
  return dealId === null && account.kind === 'resetLink' ? account.link : undefined;
}

/** A mail about a person's own account. */
export async function accountMail(
  tx: Transaction,
  row: Message,
  publicUrl: string,
): Promise<Content> {
  const page = publicUrl.replace(/\/$/, '');
  const template = row.template as unknown as AccountTemplate;
  if (template.kind === 'resetLink') return resetMail(tx, row.personId, template.link, page);
  const text = [
    `Your password for Stagewright was changed on ${instantText(new Date(template.at))}. Every other session of yours has ended.`,
    'If it was not you, tell an administrator at once: they can send you a link for a new password.',
    page,
  ].join('\n\n');
  return { ok: true, subject: 'Your password was changed', text, html: htmlBody(text) };
}

/**
 * The token of a link is made here, anew for each attempt, and leaves the process in the mail alone: the database keeps
 * its SHA-256. An attempt that may have arrived is not made again without evidence, so no mail is left with a dead link.
 */
async function resetMail(
  tx: Transaction,
  personId: string | null,
  link: string,
  page: string,
): Promise<Content> {
  const [open] = await tx.$queryRaw<{ expires_at: Date; past: boolean }[]>`
    SELECT expires_at, expires_at <= now() AS past FROM reset_link
    WHERE person_id = ${personId} AND link = ${link} AND used_at IS NULL FOR UPDATE`;
  if (!open) return { ok: false, why: 'superseded' };
  if (open.past) return { ok: false, why: 'expired' };
  const token = randomBytes(32).toString('base64url');
  const tokenHash = createHash('sha256').update(token).digest('hex');
  await tx.resetLink.update({ where: { link }, data: { tokenHash }, select: { link: true } });
  const text = [
    'An administrator sends you this link. It lets you set a new password for Stagewright:',
    `${page}/reset-password#${token}`,
    `It works once, until ${instantText(open.expires_at)}. An older link works no more.`,
    'If you did not ask for it, leave it: your password stays as it is.',
  ].join('\n\n');
  const parts = { subject: 'Set a new password', text, html: htmlBody(text) };
  return { ok: true, ...parts, isSecret: true };
}

/** A mail is read anywhere, so it names its zone. */
function instantText(at: Date): string {
  const options = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const;
  return `${new Intl.DateTimeFormat('en-GB', options).format(at)} (UTC)`;
}
