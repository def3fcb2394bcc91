import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

/** A new nonce for each answer: only styles and scripts that carry it run. */
export function provideNonce(_request: Request, response: Response, next: NextFunction): void {
  response.locals['nonce'] = randomBytes(18).toString('base64');
  next();
}

export function nonceOf(response: { locals?: Record<string, unknown> }): string {
  const nonce = response.locals?.['nonce'];
  return typeof nonce === 'string' ? nonce : '';
}

/** Strict headers: no inline script, no foreign origin, never in a foreign frame. */
export function securityHeaders(publicUrl: string) {
  const nonce = (_request: unknown, response: unknown) =>
    `'nonce-${nonceOf(response as { locals?: Record<string, unknown> })}'`;
  const secure = publicUrl.startsWith('https:');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", nonce],
        styleSrc: ["'self'", nonce],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameSrc: ["'self'", 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  });
}
