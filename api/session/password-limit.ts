import type { Request, RequestHandler, Response } from 'express';
import { contextOf } from '../http/request-state.ts';
import { AppError } from '../problem/app-error.ts';
import type { ProblemCode } from '../problem/problem-codes.ts';
import { addressOf, failures } from './sign-in-limit.ts';

const QUARTER_MS = 15 * 60_000;
/** Wrong current passwords of one person within 15 minutes. */
const WRONG_CURRENT = 10;
/** Links that are not valid, from one address within 15 minutes. */
const WRONG_LINKS = 30;

const refusedAs = (code: ProblemCode) => (response: Response) => {
  const { failure } = contextOf(response);
  return failure instanceof AppError && failure.code === code;
};
const personOf = (request: Request) =>
  (request.res && contextOf(request.res).actor?.id) ?? addressOf(request);

/** Bounds how often somebody who sits at another's session may guess the current password. */
export const currentPasswordLimit = (): RequestHandler =>
  failures({
    windowMs: QUARTER_MS,
    limit: WRONG_CURRENT,
    key: personOf,
    failed: refusedAs('wrong-password'),
  });

/** Bounds how often one address may try links. */
export const resetLinkLimit = (): RequestHandler =>
  failures({
    windowMs: QUARTER_MS,
    limit: WRONG_LINKS,
    key: addressOf,
    failed: refusedAs('link-not-valid'),
  });
