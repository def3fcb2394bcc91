import type { NextFunction, Request, Response } from 'express';
import { contextOf } from './request-state.ts';

/** Answers whoever asks, at once, even while the database that keeps the sessions hangs. */
const HEALTH = '/health';

/** Finds the person behind the cookie and moves the session's idle time. */
export async function loadSession(request: Request, response: Response, next: NextFunction) {
  if (request.path === HEALTH) return next();
  const context = contextOf(response);
  const signed = await context.services.sessions.resolve(context.cookie);
  context.actor = signed?.actor ?? null;
  context.setCookies.push(...(signed?.cookies ?? []));
  next();
}
