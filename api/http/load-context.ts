import type { NextFunction, Request, Response } from 'express';
import type { Services } from './services.ts';
import { keepContext } from './request-state.ts';

function header(request: Request, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Gives each request its context, still without a person. */
export function openContext(services: Services) {
  return (request: Request, response: Response, next: NextFunction): void => {
    keepContext(response, {
      services,
      actor: null,
      cookie: request.headers.cookie,
      ip: request.ip ?? '',
      idempotencyKey: header(request, 'idempotency-key'),
      setCookies: [],
    });
    next();
  };
}
