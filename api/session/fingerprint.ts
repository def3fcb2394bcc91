import { createHmac, hkdfSync } from 'node:crypto';

/** Tells texts apart, and says nothing of them to whoever does not have the secret. */
export type Fingerprint = (text: string) => string;

/**
 * An HMAC under a key derived from `secret`: of a body with a password in it a plain hash could be tried out by whoever
 * reads the table.
 */
export function createFingerprint(secret: string): Fingerprint {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'stagewright command bodies', 32));
  return (text) => createHmac('sha256', key).update(text).digest('hex');
}
