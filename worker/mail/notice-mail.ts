import type { NoticeData } from '../activities/notice-data.ts';
import { htmlBody } from './html-body.ts';
import { oneLine, type Content } from './step-mail.ts';

export interface NoticeMail extends NoticeData {
  kind: 'escalation' | 'notify';
}

/** The mail that goes with a line of the bell list. */
export function noticeMail(
  notice: NoticeMail,
  deal: { id: string; number: string; title: string },
  publicUrl: string,
): Content {
  const name = `${deal.number} ${deal.title}`;
  const what = notice.stepName ?? notice.stageName;
  const link = `${publicUrl.replace(/\/$/, '')}/deals/${deal.id}`;
  const text =
    notice.kind === 'escalation'
      ? `${lateness(notice, what)}\n\nDeal: ${name}\nStage: ${notice.stageName}\n\n${link}`
      : `${notice.message ?? what}\n\nDeal: ${name}\nStage: ${notice.stageName}\n\n${link}`;
  const subject =
    notice.kind === 'escalation' ? `Escalation: ${what}, ${name}` : `${what}: ${name}`;
  return { ok: true, subject: oneLine(subject), text, html: htmlBody(text) };
}

function lateness({ due }: NoticeMail, what: string): string {
  if (!due) return `"${what}" needs attention.`;
  const options = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const;
  return `"${what}" needs attention: due ${new Intl.DateTimeFormat('en-GB', options).format(new Date(due))} UTC.`;
}
