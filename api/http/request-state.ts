import type { Request, Response } from 'express';
import type { RequestContext } from './request-context.ts';

/** Puts the context where the later handlers of this request find it. */
export function keepContext(response: Response, context: RequestContext): void {
  response.locals['context'] = context;
}

export function contextOf(response: Response): RequestContext {
  return response.locals['context'] as RequestContext;
}

/** Id that the log, the problem document and the header X-Request-Id share. */
export function requestId(request: Request): string {
  const { id } = request as { id?: unknown };
  return typeof id === 'string' ? id : '';
}

/** True for everything that may change something. */
export function isWrite(request: Request): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
}
