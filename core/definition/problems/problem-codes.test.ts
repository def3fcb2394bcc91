import { describe, expect, it } from 'vitest';
import { drawingSchema } from '../../drawing/drawing.ts';
import type { Problem } from './problem.ts';
import { problemCodes, type ProblemCode } from './problem-codes.ts';
import { applyFix } from '../testing/apply-fix.ts';
import { cleanDrawing } from '../testing/clean-drawing.ts';
import { fullDrawing } from '../testing/full-drawing.ts';
import { problemExample } from '../testing/problem-examples.ts';
import { sampleDirectory } from '../testing/sample-directory.ts';
import { validate } from '../validate.ts';

const codes = Object.keys(problemCodes) as ProblemCode[];

describe('problem codes', () => {
  it('finds nothing in the drawing that the examples start from, nor in a smaller one', () => {
    expect(validate(fullDrawing(), sampleDirectory())).toEqual([]);
    expect(validate(cleanDrawing(), sampleDirectory())).toEqual([]);
  });

  it.each(codes)('%s appears for its example, and nothing else does', (code) => {
    const { drawing, directory } = problemExample(code);
    const problems = validate(drawing, directory);
    expect([...new Set(problems.map((problem) => problem.code))]).toEqual([code]);
    expect(problems[0]!.severity).toBe(problemCodes[code].severity);
  });

  it.each(codes)('%s: its fix, if there is one, removes it', (code) => {
    const { drawing, directory } = problemExample(code);
    const [problem] = validate(drawing, directory);
    if (!problem!.fix) return;
    applyFix(drawing, problem!.fix);
    const repaired = drawingSchema.parse(structuredClone(drawing));
    const place = ({ code: one, elementId, fieldPath }: Problem) => [one, elementId, fieldPath];
    expect(validate(repaired, directory).map(place)).not.toContainEqual(place(problem!));
  });

  it('explains each code in whole sentences', () => {
    for (const { meaning, remedy } of Object.values(problemCodes)) {
      expect(`${meaning} ${remedy}`).toMatch(/^[A-Z].*[.)”}] [A-Z].*[.}”]$/);
    }
  });
});
