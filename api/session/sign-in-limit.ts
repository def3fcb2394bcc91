import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { AppError } from '../problem/app-error.ts';

const WINDOW_MS = 15 * 60 * 1000;
export const signInAttempts = 10;

/** Per address and e-mail; the e-mail enters the key as a hash. */
function attemptKey(request: Request): string {
  const email = (request.body as { email?: unknown } | undefined)?.email;
  const named = typeof email === 'string' ? email.trim().toLowerCase() : '';
  const hash = createHash('sha256').update(named).digest('base64url').slice(0, 22);
  return `${ipKeyGenerator(request.ip ?? '')}:${hash}`;
}

/** At most ten attempts to sign in within fifteen minutes; then 429 with Retry-After. */
export function signInLimit(limit = signInAttempts) {
  return rateLimit({
    windowMs: WINDOW_MS,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skipSuccessfulRequests: true,
    keyGenerator: attemptKey,
    handler(request) {
      const { resetTime } = (request as { rateLimit?: { resetTime?: Date } }).rateLimit ?? {};
      const left = (resetTime?.getTime() ?? Date.now() + WINDOW_MS) - Date.now();
      const retryAfter = Math.max(1, Math.ceil(left / 1000));
      const minutes = Math.ceil(retryAfter / 60);
      const detail = `Wait ${minutes} min, then sign in again. Others can still sign in.`;
      throw new AppError('too-many-attempts', detail, { retryAfter });
    },
  });
}
