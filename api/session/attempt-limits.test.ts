import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { afterEach, expect, it } from 'vitest';
import type { RequestContext } from '../http/request-context.ts';
import { contextOf, keepContext } from '../http/request-state.ts';
import { AppError } from '../problem/app-error.ts';
import { resetLinkLimit } from './password-limit.ts';
import { signInLimit } from './sign-in-limit.ts';

const cleanups: (() => unknown)[] = [];
afterEach(() => cleanups.splice(0).forEach((cleanup) => cleanup()));

const refusal: RequestHandler = (request, response) => {
  const { answer } = request.body as { answer: 'link-not-valid' | 'weak-password' };
  contextOf(response).failure = new AppError(answer, 'Refused.');
  response.sendStatus(422);
};
const unauthorised: RequestHandler = (_request, response) => void response.sendStatus(401);
const asStatus: ErrorRequestHandler = (error, _request, response, _next) =>
  void response.sendStatus(
    error instanceof AppError && error.code === 'too-many-attempts' ? 429 : 500,
  );

/** A server that answers behind the limits; each attempt names the address it comes from. */
async function served(limits: RequestHandler[], answer: RequestHandler) {
  const app = express().set('trust proxy', true).use(express.json());
  const context: RequestHandler = (_request, response, next) => {
    keepContext(response, {} as RequestContext);
    next();
  };
  app.post('/', context, ...limits, answer).use(asStatus);
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanups.push(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return async (address: string, body: object) => {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': address };
    return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).status;
  };
}

it('refuses the 31st made-up link from one address, and from no other', async () => {
  const attempt = await served([resetLinkLimit()], refusal);
  const madeUp = { answer: 'link-not-valid' };
  for (let n = 0; n < 30; n++) expect(await attempt('192.0.2.1', madeUp)).toBe(422);
  expect(await attempt('192.0.2.1', madeUp)).toBe(429);
  expect(await attempt('192.0.2.2', madeUp)).toBe(422);
});

it('does not count a password that is refused as a made-up link', async () => {
  const attempt = await served([resetLinkLimit()], refusal);
  const weak = { answer: 'weak-password' };
  for (let n = 0; n < 31; n++) expect(await attempt('192.0.2.1', weak)).toBe(422);
});

const wide = { pair: 99, address: 99, account: 99, overall: 99 };

it.each([
  ['address', ['192.0.2.1', 'a'], ['192.0.2.1', 'b'], ['192.0.2.2', 'b']],
  ['account', ['192.0.2.1', 'a'], ['192.0.2.2', 'a'], ['192.0.2.2', 'b']],
] as const)('limits failed sign-ins by %s', async (limit, first, second, free) => {
  const attempt = await served(signInLimit({ ...wide, [limit]: 1 }), unauthorised);
  expect(await attempt(first[0], { email: first[1] })).toBe(401);
  expect(await attempt(second[0], { email: second[1] })).toBe(429);
  expect(await attempt(free[0], { email: free[1] })).toBe(401);
});

it('limits failed sign-ins in all', async () => {
  const attempt = await served(signInLimit({ ...wide, overall: 1 }), unauthorised);
  expect(await attempt('192.0.2.1', { email: 'a' })).toBe(401);
  expect(await attempt('192.0.2.2', { email: 'b' })).toBe(429);
});
