import type { NextFunction, Request, Response } from 'express';
import { contextOf } from './request-state.ts';

/** Finds the person behind the cookie and moves the session's idle time. */
export async function loadSession(_request: Request, response: Response, next: NextFunction) {
  const context = contextOf(response);
  const signed = await context.services.sessions.resolve(context.cookie);
  context.actor = signed?.actor ?? null;
  context.setCookies.push(...(signed?.cookies ?? []));
  next();
}
