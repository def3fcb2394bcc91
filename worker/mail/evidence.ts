import { z } from 'zod';

const answer = z.object({ count: z.number().int().min(0) });

/**
 * Asks the evidence port how often it saw a Message-ID: the development mail server's index, or what
 * an operator puts before the provider's log. Throws when it gives no clear answer.
 */
export async function wasAccepted(evidenceUrl: string, messageId: string): Promise<boolean> {
  const url = new URL(`${evidenceUrl.replace(/\/$/, '')}/evidence`);
  url.searchParams.set('messageId', messageId);
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: 'error' });
  if (!response.ok) throw new Error(`The evidence port answered ${response.status}.`);
  return answer.parse(await response.json()).count > 0;
}
