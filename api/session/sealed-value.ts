import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

export interface Seal {
  seal: (text: string) => string;
  /** `undefined` when the value was sealed with another secret or was altered. */
  open: (sealed: string) => string | undefined;
}

const NONCE = 12;
const TAG = 16;

/** Encrypts with AES-256-GCM under a key derived from `secret`; `purpose` separates the keys. */
export function createSeal(secret: string, purpose: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
  return {
    seal(text) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
    },
    open(sealed) {
      try {
        const raw = Buffer.from(sealed, 'base64');
        const decipher = createDecipheriv('aes-256-gcm', key, raw.subarray(0, NONCE));
        decipher.setAuthTag(raw.subarray(NONCE, NONCE + TAG));
        return (
          decipher.update(raw.subarray(NONCE + TAG), undefined, 'utf8') + decipher.final('utf8')
        );
      } catch {
        return undefined;
      }
    },
  };
}
