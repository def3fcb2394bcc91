import { createHash } from 'node:crypto';

/**
 * Message-ID of an outbox row: the same for every attempt, whichever process makes it, so that it can
 * be asked whether it went. In angle brackets.
 */
export function messageIdOf(
  message: { dealId: string | null; runNo: number; key: string },
  mailFrom: string,
): string {
  const { dealId, runNo, key } = message;
  const hash = createHash('sha256')
    .update(`${dealId ?? 'account'}:${runNo}:${key}`)
    .digest('hex');
  return `<${hash}@${domainOf(mailFrom)}>`;
}

function domainOf(mailFrom: string): string {
  return /@([^\s@<>]+)>?\s*$/.exec(mailFrom)?.[1] ?? 'localhost';
}
