import express, { type NextFunction, type Request, type Response } from 'express';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { toAppError } from '../problem/to-app-error.ts';
import { requestGuard } from './request-guard.ts';

const app = express();
app.use(requestGuard('https://sales.example'));
app.use((_request, response) => void response.json({ ok: true }));
app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
  response.status(400).json({ code: toAppError(error).code });
});

const cookie = '__Host-stagewright=x';

async function codeOf(
  method: 'get' | 'post',
  path: string,
  headers: Record<string, string>,
  body?: string,
) {
  const sent = request(app)[method](path).set(headers);
  const { body: answer } = await (body === undefined ? sent : sent.send(body));
  return (answer as { code?: string }).code ?? 'passed';
}

describe('the request guard', () => {
  it('lets reading pass, from anywhere', async () => {
    expect(await codeOf('get', '/deals', { cookie, Origin: 'https://evil.example' })).toBe(
      'passed',
    );
  });

  it('lets our own page and our own host write', async () => {
    const headers = { cookie, 'X-Stagewright': '1', 'Content-Type': 'application/json' };
    const own = { ...headers, Origin: 'https://sales.example' };
    expect(await codeOf('post', '/deals', own, '{}')).toBe('passed');
    const host = { ...headers, Host: 'localhost:8080', Origin: 'http://localhost:8080' };
    expect(await codeOf('post', '/deals', host, '{}')).toBe('passed');
  });

  it.each(['https://evil.example', 'null', 'https://sales.example.evil.example'])(
    'refuses a write with the origin %s, signed in or not',
    async (Origin) => {
      const headers = { 'X-Stagewright': '1', 'Content-Type': 'application/json', Origin };
      expect(await codeOf('post', '/session', headers, '{}')).toBe('csrf');
      expect(await codeOf('post', '/deals', { ...headers, cookie }, '{}')).toBe('csrf');
    },
  );

  it('takes multipart on the upload route alone', async () => {
    const headers = {
      cookie,
      'X-Stagewright': '1',
      'Content-Type': 'multipart/form-data; boundary=x',
    };
    expect(await codeOf('post', '/deals/1/files?field=a', headers, '--x--')).toBe('passed');
    expect(await codeOf('post', '/deals', headers, '--x--')).toBe('csrf');
  });
});
