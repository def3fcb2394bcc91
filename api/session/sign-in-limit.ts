import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { AppError } from '../problem/app-error.ts';
import { createKnownPlaces } from './known-places.ts';

const MINUTE_MS = 60_000;
const UNAUTHORISED = 401;
const OK = 200;

/** How many failed attempts are let through; docs/decisions/0026 says why these. */
export interface SignInLimits {
  /** From one address for one e-mail, within 15 minutes. */
  pair: number;
  /** From one address for whatever e-mails, within 15 minutes. */
  address: number;
  /** For one e-mail from wherever, within a minute. */
  account: number;
  /** In all, within a minute. */
  overall: number;
}
export const signInLimits: SignInLimits = { pair: 10, address: 100, account: 20, overall: 300 };

/** Where a request comes from, as limits count it. */
export function addressOf(request: Request): string {
  return ipKeyGenerator(request.ip ?? '');
}

/** The e-mail as a hash: nothing personal stays in memory. */
function accountOf(request: Request): string {
  const email = (request.body as { email?: unknown } | undefined)?.email;
  const named = typeof email === 'string' ? email.trim().toLowerCase() : '';
  return createHash('sha256').update(named).digest('base64url').slice(0, 22);
}

const pairOf = (request: Request) => `${addressOf(request)}:${accountOf(request)}`;

/** @throws AppError `too-many-attempts` with the seconds until the window ends */
function refuse(request: Request, windowMs: number): never {
  const { resetTime } = (request as { rateLimit?: { resetTime?: Date } }).rateLimit ?? {};
  const left = (resetTime?.getTime() ?? Date.now() + windowMs) - Date.now();
  const retryAfter = Math.max(1, Math.ceil(left / 1000));
  const wait = retryAfter > 60 ? `${Math.ceil(retryAfter / 60)} min` : `${retryAfter} s`;
  throw new AppError('too-many-attempts', `Wait ${wait}, then try again.`, { retryAfter });
}

export interface Limit {
  windowMs: number;
  limit: number;
  key: (request: Request) => string;
  skip?: (request: Request) => boolean;
  /** Which answers count; a 401 unless said. */
  failed?: (response: Response) => boolean;
}

const isUnauthorised = ({ statusCode }: Response) => statusCode === UNAUTHORISED;

/** Counts an attempt when it begins, so that many at once are counted, and takes it back unless it failed. */
export function failures(given: Limit): RequestHandler {
  const { windowMs, limit, key, skip = () => false, failed = isUnauthorised } = given;
  return rateLimit({
    windowMs,
    limit,
    standardHeaders: false,
    legacyHeaders: false,
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_request, response: Response) => !failed(response),
    keyGenerator: key,
    skip,
    handler: (request) => refuse(request, windowMs),
  });
}

/**
 * Bounds failed attempts to sign in: per e-mail and address, per address, per e-mail, in all; then 429 with
 * Retry-After. Where a person has signed in before, strangers' attempts elsewhere do not keep them out: only their own
 * failures count there.
 */
export function signInLimit(given: Partial<SignInLimits> = {}): RequestHandler[] {
  const limits = { ...signInLimits, ...given };
  const known = createKnownPlaces();
  const isKnown = (request: Request) => known.has(pairOf(request));
  const remember: RequestHandler = (request, response, next) => {
    const pair = pairOf(request);
    response.once('finish', () => {
      if (response.statusCode === OK) known.add(pair);
    });
    next();
  };
  const quarter = 15 * MINUTE_MS;
  return [
    remember,
    failures({ windowMs: quarter, limit: limits.pair, key: pairOf }),
    failures({ windowMs: quarter, limit: limits.address, key: addressOf, skip: isKnown }),
    failures({ windowMs: MINUTE_MS, limit: limits.account, key: accountOf, skip: isKnown }),
    failures({ windowMs: MINUTE_MS, limit: limits.overall, key: () => 'all', skip: isKnown }),
  ];
}
