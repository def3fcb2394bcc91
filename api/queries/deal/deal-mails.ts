import { drawnStep } from '#core/drawing/drawn-step.ts';
import { mailWords } from '#core/describe/mail-words.ts';
import type { DealDetail } from '../../contract/deals.ts';
import type { Version } from '../process/versions.ts';
import type { MailRow } from './read-deal.ts';

type Mail = DealDetail['mails'][number];

/** The mails of the process to the customer; one in doubt says until when, and what was decided. */
export function mailsOf({ drawing }: Version, mails: MailRow[]): Mail[] {
  return mails.map((row) => ({
    id: row.id,
    subject: row.subject ?? drawnStep(drawing, row.stage ?? '', row.step ?? '')?.name ?? 'Mail',
    to: row.to_address,
    state: row.state,
    at: row.at.toISOString(),
    why: mailWords(row.closed_why),
    attempt: row.attempts,
    doubt: doubtOf(row),
    decided: decidedOf(row),
  }));
}

function doubtOf(row: MailRow): Mail['doubt'] {
  if (row.state !== 'unconfirmed') return null;
  const until = (row.doubt_until ?? row.at).toISOString();
  // Of an earlier hand-over it is void.
  const isOfThis = (row.decided_at?.getTime() ?? 0) >= (row.data_sent_at?.getTime() ?? 0);
  return { until, decision: isOfThis ? (row.decision as 'accepted' | 'again' | null) : null };
}

function decidedOf({ decision, decided_at, decided_by }: MailRow): Mail['decided'] {
  if (decision === null || decided_at === null) return null;
  return { by: decided_by ?? 'Somebody', at: decided_at.toISOString() };
}
