import { describe, expect, it } from 'vitest';
import { valueAt } from '../../file/issue-words.ts';
import { problemCodes, type ProblemCode } from './problem-codes.ts';
import { problemPath } from './problem-path.ts';
import { problemExample } from '../testing/problem-examples.ts';
import { validate } from '../validate.ts';

describe('the path of a problem', () => {
  it.each(Object.keys(problemCodes) as ProblemCode[])('leads to the element: %s', (code) => {
    const { drawing, directory } = problemExample(code);
    for (const problem of validate(drawing, directory)) {
      const path = problemPath(drawing, problem);
      const ofElement = problem.fieldPath === '' ? 0 : problem.fieldPath.split('.').length;
      const element = valueAt(drawing, path.slice(0, path.length - ofElement));
      if (problem.elementKind === 'process') expect(element).toBe(drawing);
      else expect(element).toMatchObject({ id: problem.elementId });
    }
  });
});
