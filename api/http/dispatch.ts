import { StandardOpenAPIHandler } from '@orpc/openapi/standard';
import type { NextFunction, Request, Response } from 'express';
import { admit } from '../authorisation/authorise.ts';
import type { RouteName } from '../authorisation/route-name.ts';
import { router } from '../router.ts';
import type { RequestContext } from './request-context.ts';
import { contextOf } from './request-state.ts';
import { sendResult } from './reply.ts';

/**
 * oRPC finds the route and checks input and output; reading the body, sending and every error are
 * Express's, so that all routes answer alike.
 */
const handler = new StandardOpenAPIHandler<RequestContext>(router, {
  interceptors: [
    async (call) => {
      try {
        return await call.next();
      } catch (error) {
        call.context.failure = error;
        throw error;
      }
    },
  ],
  clientInterceptors: [
    async (call) => {
      const { context } = call;
      const route = call.path.join('.') as RouteName;
      context.route = route;
      context.sent = call.input;
      admit(route, context.actor);
      return call.next();
    },
  ],
});

function standardRequest(request: Request) {
  const url = new URL(request.originalUrl, 'http://localhost');
  const body = () => Promise.resolve(request.body as unknown);
  return { method: request.method, url, headers: request.headers, body, signal: undefined };
}

/** Answers the routes of the contract; others go on to the next handler. */
export async function dispatch(request: Request, response: Response, next: NextFunction) {
  const context = contextOf(response);
  const result = await handler.handle(standardRequest(request), { prefix: '/api', context });
  if (!result.matched) return next();
  if (context.failure !== undefined) throw context.failure;
  await sendResult(request, response, result.response);
}
