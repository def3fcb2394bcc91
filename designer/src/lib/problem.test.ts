import { describe, expect, it } from 'vitest';
import { fieldErrors, isProblem, ProblemError, toProblem } from './problem.ts';

describe('toProblem', () => {
  it('keeps every error and the current state of a problem document', () => {
    const problem = toProblem(
      {
        type: 'about:blank',
        title: 'The form is not complete',
        status: 422,
        code: 'form-invalid',
        detail: 'Two fields are wrong.',
        errors: [{ path: 'values.margin', message: 'Above 100 %.', remedy: 'Give less.' }, 7],
        current: { revision: 3 },
      },
      422,
    );
    expect(problem.errors).toHaveLength(1);
    expect(problem.errors?.[0]).toMatchObject({ path: 'values.margin', remedy: 'Give less.' });
    expect(problem.current).toEqual({ revision: 3 });
  });
  it('makes a problem of a body that is none', () => {
    expect(toProblem('<html>', 502)).toMatchObject({ status: 502, code: 'http-502' });
  });
});

describe('fieldErrors', () => {
  it('gives the first message of each path', () => {
    const problem = toProblem(
      {
        errors: [
          { path: 'a', message: 'one' },
          { path: 'a', message: 'two' },
          { path: 'b', message: 'three' },
        ],
      },
      422,
    );
    expect(fieldErrors(new ProblemError(problem))).toEqual({ a: 'one', b: 'three' });
    expect(fieldErrors(new Error('other'))).toEqual({});
  });
});

describe('isProblem', () => {
  it('tells codes apart', () => {
    const error = new ProblemError(toProblem({ code: 'stale' }, 409));
    expect([isProblem(error), isProblem(error, 'stale'), isProblem(error, 'claimed')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
