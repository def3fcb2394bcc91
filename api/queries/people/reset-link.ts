import { mailWords } from '#core/describe/mail-words.ts';
import type { ResetLinkState } from '../../contract/admin.ts';

/** A link with what has become of its mail, as the database has it. */
export interface SentLink {
  issuedAt: string;
  expiresAt: string;
  usedAt: string | null;
  mail: string | null;
  why: string | null;
}

function stateOf({ usedAt, expiresAt, mail }: SentLink, now: Date): ResetLinkState['state'] {
  if (usedAt !== null) return 'used';
  if (mail === 'closed') return 'notSent';
  if (new Date(expiresAt) <= now) return 'expired';
  if (mail === 'unconfirmed') return 'inDoubt';
  return mail === 'accepted' ? 'open' : 'waiting';
}

/** What an admin is told of a person's last link. */
export function resetLinkState(link: SentLink, now: Date): ResetLinkState {
  const state = stateOf(link, now);
  return {
    state,
    issuedAt: new Date(link.issuedAt).toISOString(),
    expiresAt: new Date(link.expiresAt).toISOString(),
    usedAt: link.usedAt && new Date(link.usedAt).toISOString(),
    cause: state === 'notSent' ? mailWords(link.why) : null,
  };
}
