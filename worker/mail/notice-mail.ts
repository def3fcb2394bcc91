import { inVainWords } from '#core/describe/in-vain-words.ts';
import { headerText } from '#core/describe/plain-text.ts';
import type { NoticeData } from '../activities/notices/notice-data.ts';
import { htmlBody } from './html-body.ts';
import type { Content } from './step-mail.ts';

export interface NoticeMail extends NoticeData {
  kind: 'escalation' | 'notify' | 'inVain';
}

/** The mail that goes with a line of the bell list. */
export function noticeMail(
  notice: NoticeMail,
  deal: { id: string; number: string; title: string },
  publicUrl: string,
  zone: string,
): Content {
  const name = `${deal.number} ${deal.title}`;
  const what = notice.stepName ?? notice.stageName;
  const link = `${publicUrl.replace(/\/$/, '')}/deals/${deal.id}`;
  const { title, lead } = saidBy(notice, what, zone);
  const text = `${lead}\n\nDeal: ${name}\nStage: ${notice.stageName}\n\n${link}`;
  const subject = `${title}${name}`;
  return { ok: true, subject: headerText(subject), text, html: htmlBody(text) };
}

function saidBy(notice: NoticeMail, what: string, zone: string): { title: string; lead: string } {
  switch (notice.kind) {
    case 'escalation':
      return { title: `Escalation: ${what}, `, lead: lateness(notice, what, zone) };
    case 'notify':
      return { title: `${what}: `, lead: notice.message ?? what };
    case 'inVain': {
      const why = inVainWords(notice.cause ?? '') ?? '';
      const then = notice.isStopped
        ? 'The step is stopped: put it right and retry, or skip it.'
        : 'The deal goes on without it.';
      return { title: `Did not go: ${what}, `, lead: `"${what}" did not go. ${why} ${then}` };
    }
  }
}

/** A mail is read anywhere: the zone of the calendar that measured the due stands beside it. */
function lateness({ due }: NoticeMail, what: string, zone: string): string {
  if (!due) return `"${what}" needs attention.`;
  const options = { dateStyle: 'medium', timeStyle: 'short', timeZone: zone } as const;
  const at = new Intl.DateTimeFormat('en-GB', options).format(new Date(due));
  return `"${what}" needs attention: due ${at} (${zone}).`;
}
