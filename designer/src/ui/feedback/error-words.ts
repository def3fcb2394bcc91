import { isProblem } from '../../lib/problem.ts';

/** An error in the user's words: a sentence, and a code to tell when asking for help. */
export function errorWords(error: unknown): { sentence: string | undefined; code: string } {
  if (isProblem(error)) {
    const { code, detail, title } = error.problem;
    return { sentence: detail ?? title, code };
  }
  return { sentence: undefined, code: 'unexpected' };
}
