import { ORPCError, ValidationError } from '@orpc/contract';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from './app-error.ts';
import { problemDocument } from './problem-document.ts';
import { toAppError } from './to-app-error.ts';

function refusedInput(schema: z.ZodType, data: unknown): ORPCError<string, unknown> {
  const issues = schema.safeParse(data).error?.issues ?? [];
  const cause = new ValidationError({ message: 'Input validation failed', issues, data });
  return new ORPCError('BAD_REQUEST', { cause });
}

function withCode(code: string, more: object = {}): Error {
  return Object.assign(new Error('It failed.'), { code }, more);
}

function grpcError(code: number): Error {
  return Object.assign(new Error('It failed.'), { code, details: '', metadata: {} });
}

describe('toAppError', () => {
  it('names path, value and what is wrong of each wrong input', () => {
    const schema = z.object({ contact: z.object({ email: z.email() }), title: z.string().min(1) });
    const error = toAppError(refusedInput(schema, { contact: { email: 'nope' }, title: '' }));
    expect(error.code).toBe('invalid-input');
    expect(error.errors).toEqual([
      {
        path: 'contact.email',
        value: 'nope',
        message: 'Must be an e-mail address, like name@example.com.',
      },
      { path: 'title', value: '', message: 'Must have at least 1 character.' },
    ]);
  });

  it('never repeats a password', () => {
    const schema = z.object({ password: z.string().max(3) });
    const error = toAppError(refusedInput(schema, { password: 'hunter22' }));
    expect(JSON.stringify(problemDocument(error, 'x'))).not.toContain('hunter22');
  });

  it.each([
    [Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' })],
    [Object.assign(new Error('x'), { code: 'P1001' })],
    [new Error('outer', { cause: new Error('Connection terminated unexpectedly') })],
    [new Error('timeout exceeded when trying to connect')],
    [new Error('Query read timeout')],
    ...['P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034'].map((code) => [withCode(code)]),
    ...['57P01', '57P03', '53300', '40001', '40P01', '57014', '25006'].map((code) => [
      withCode('P2010', { meta: { driverAdapterError: { cause: { originalCode: code } } } }),
    ]),
    [withCode('P2039', { meta: { driverAdapterError: { cause: { kind: 'ConnectionClosed' } } } })],
    ...[4, 8, 14].map((code) => [grpcError(code)]),
    [new Error('Failed to start Workflow', { cause: grpcError(14) })],
  ])('takes %s for a part that is away or busy', (error) => {
    expect(toAppError(error)).toMatchObject({ code: 'unavailable', retryAfter: 2 });
  });

  it.each([
    [withCode('P2002')],
    [withCode('P2010', { meta: { driverAdapterError: { cause: { originalCode: '22003' } } } })],
    [grpcError(3)],
    [new Error('The step “Terminate the contract” has no definition.')],
  ])('takes %s for a fault of ours', (error) => {
    expect(toAppError(error).code).toBe('internal');
  });

  it('says nothing of a fault of ours', () => {
    const document = problemDocument(toAppError(new Error('table "secret" is broken')), 'x');
    expect(document).toMatchObject({ status: 500, code: 'internal' });
    expect(JSON.stringify(document)).not.toContain('secret');
  });

  it('leaves a refusal as it is', () => {
    const error = new AppError('stale', 'It was changed.', { current: { revision: 3 } });
    expect(toAppError(error)).toBe(error);
    expect(problemDocument(error, 'x')).toMatchObject({ status: 409, current: { revision: 3 } });
  });
});
