import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { compile, NotPublishableError } from '../compile.ts';
import { assemble } from '../compiling/assemble.ts';
import { names } from '../rules/names.ts';
import { fullDrawing } from '../testing/full-drawing.ts';
import { sampleDirectory } from '../testing/sample-directory.ts';
import { validate, validateDrawing } from '../validate.ts';

// The files of a worker share what they import: here it is imported anew, with the two parts that can be made to fail.
vi.hoisted(() => vi.resetModules());
vi.mock('../rules/names.ts', { spy: true });
vi.mock('../compiling/assemble.ts', { spy: true });
afterEach(() => vi.resetAllMocks());
afterAll(() => void vi.resetModules());

function failing(): never {
  throw new TypeError('there is no such stage');
}

describe('a check that fails itself', () => {
  it('is an error of the drawing with its cause, never a drawing without problems', () => {
    vi.mocked(names).mockImplementation(failing);
    for (const problems of [
      validate(fullDrawing(), sampleDirectory()),
      validateDrawing(fullDrawing()),
    ]) {
      expect(problems).toMatchObject([{ code: 'check-failed', severity: 'error', elementId: '' }]);
      expect(problems[0]!.message).toContain('there is no such stage');
    }
  });

  it('leaves what the other checks found', () => {
    vi.mocked(names).mockImplementation(failing);
    const drawing = fullDrawing();
    drawing.outcomes.won.reasons = [];
    const codes = validate(drawing, sampleDirectory()).map(({ code }) => code);
    expect(codes.sort()).toEqual(['check-failed', 'outcome-without-reasons']);
  });

  it('keeps the drawing from being compiled', () => {
    vi.mocked(names).mockImplementation(failing);
    expect(() => compile(fullDrawing(), { process: 'ANY' })).toThrow(NotPublishableError);
  });

  it('is told as not publishable too where only compiling fails', () => {
    vi.mocked(assemble).mockImplementation(() => {
      throw new RangeError('too deep');
    });
    expect(() => compile(fullDrawing(), { process: 'ANY' })).toThrow(NotPublishableError);
  });
});
