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
  ])('takes %s for a part that is away', (error) => {
    expect(toAppError(error)).toMatchObject({ code: 'unavailable', retryAfter: 5 });
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
