import { z } from 'zod';
import type { SignedInContext } from '../../http/request-context.ts';
import { AppError, notFound } from '../../problem/app-error.ts';

const entry = z.object({
  id: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  receivedAt: z.string(),
});
const list = z.object({ items: z.array(entry), next: z.string().optional() });
const detail = entry.extend({
  text: z.string(),
  html: z.string(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
});

const WAIT_MS = 3_000;

/** @throws AppError `not-found` where there is no development mail server, `unavailable` when it is away */
async function ask(
  context: SignedInContext,
  path: string,
  query: Record<string, string | undefined>,
) {
  const base = context.services.mailEvidenceUrl;
  if (base === undefined) throw notFound('page', '/dev/mail');
  const url = new URL(path, base);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.set(name, value);
  try {
    return await fetch(url, { signal: AbortSignal.timeout(WAIT_MS) });
  } catch (cause) {
    throw new AppError('unavailable', 'The development mail server does not answer.', { cause });
  }
}

/** Mail that was delivered here, newest first. */
export async function listMail(
  context: SignedInContext,
  { before, limit, to }: { before?: string | undefined; limit: number; to?: string | undefined },
) {
  if (before !== undefined && !/^\d+$/.test(before)) {
    const message = 'This is not the `next` of an earlier page.';
    throw new AppError('invalid-input', message, { errors: [{ path: 'before', message }] });
  }
  const response = await ask(context, '/messages', { before, limit: String(limit), to });
  const { items, next } = list.parse(await response.json());
  return { items, next: next ?? null };
}

/** Everybody sees this page, but a reset link is for its recipient alone, and for admins, who could send themselves one. */
function forReader({ actor }: SignedInContext, mail: z.infer<typeof detail>) {
  if (actor.role === 'admin' || mail.to.includes(actor.email)) return mail;
  const hidden = (text: string) => text.replaceAll(/(\/reset-password)#[\w-]+/g, '$1#hidden');
  return { ...mail, text: hidden(mail.text), html: hidden(mail.html) };
}

/** One mail with its headers; its HTML is shown in a sandbox only. */
export async function getMail(context: SignedInContext, { id }: { id: string }) {
  const response = await ask(context, `/messages/${encodeURIComponent(id)}`, {});
  if (response.status === 404) throw notFound('message', id);
  const { html, ...rest } = forReader(context, detail.parse(await response.json()));
  return { ...rest, html: html === '' ? null : html };
}
