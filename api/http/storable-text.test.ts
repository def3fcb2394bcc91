import type { Request, Response } from 'express';
import { describe, expect, it } from 'vitest';
import { AppError } from '../problem/app-error.ts';
import { storableText } from './storable-text.ts';

/** Where a request is refused; none when it goes on. */
function refusedAt(parts: { originalUrl?: string; body?: unknown; headers?: object }): string[] {
  const request = { originalUrl: '/api/deals', headers: {}, ...parts } as Request;
  try {
    storableText(request, {} as Response, () => {});
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.code).toBe('invalid-input');
    for (const { remedy } of error.errors ?? []) expect(remedy).toBeTruthy();
    return (error.errors ?? []).map(({ path }) => path);
  }
}

describe('a request with characters that cannot be stored', () => {
  it.each([
    [{ body: { title: 'A\u0000B', contact: { name: '\ud800' } } }, ['title', 'contact.name']],
    [{ body: { 'a\u0000': 1 } }, ['a\uFFFD']],
    [{ originalUrl: '/api/deals?search=a%00b&owner=me' }, ['search']],
    [{ originalUrl: '/api/deals?search=%ED%A0%80' }, ['search']],
    [{ originalUrl: '/api/deals?%00=1' }, ['query']],
    [{ originalUrl: '/api/deals/%00' }, ['path']],
    [{ originalUrl: '/api/deals/%E0%A4%A' }, ['path']],
    [{ headers: { 'idempotency-key': 'a\u0000' } }, ['Idempotency-Key']],
    [
      { body: { title: 'invoice\u202efdp.exe', contact: { name: 'A\u2066' } } },
      ['title', 'contact.name'],
    ],
    [{ body: { phone: '\u202a+48 600 100 200\u202c' } }, ['phone']],
    [{ originalUrl: '/api/deals/1/files?name=a%E2%80%AEb' }, ['name']],
  ])('is refused, naming where: %j', (parts, paths) => {
    expect(refusedAt(parts)).toEqual(paths);
  });

  it('goes on when all of it can be stored', () => {
    const body = { title: 'Zażółć 😀 שלום\u200f', list: [1, null, true] };
    expect(refusedAt({ body, originalUrl: '/api/deals?search=za%C5%BC+%F0%9F%98%80&x' })).toEqual(
      [],
    );
  });
});
