import { mailWords } from './mail-words.ts';
import { webhookWords } from './webhook-words.ts';

/**
 * Why a mail did not go or a webhook was not delivered, as a sentence, from the cause that an incident names
 * (E27): `mail:<code of the relay>` or `webhook:<code of the relay>`. Undefined for other causes.
 */
export function inVainWords(cause: string): string | undefined {
  const at = cause.indexOf(':');
  const [kind, why] = [cause.slice(0, at), cause.slice(at + 1)];
  if (kind === 'mail') return mailWords(why) ?? undefined;
  return kind === 'webhook' ? (webhookWords(why) ?? undefined) : undefined;
}
