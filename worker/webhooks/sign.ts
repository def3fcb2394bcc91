import { createHmac } from 'node:crypto';

/**
 * Headers by which the receiver knows who called, when, and a repetition: the signature is the
 * HMAC-SHA256 of `<id>.<timestamp>.<body>` in Base64, after `v1,` (Standard Webhooks).
 * @param timestamp seconds since 1970
 */
export function signedHeaders(
  secret: string,
  { id, timestamp, body }: { id: string; timestamp: number; body: string },
): Record<string, string> {
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature.digest('base64')}`,
  };
}
