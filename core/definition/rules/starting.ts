import type { DirectoryContext } from '../directory/directory-context.ts';
import { nowStarting, sentenceOf } from '../comparing/now-starting.ts';
import type { Problem } from '../problems/problem.ts';
import { inStep, problem } from '../problems/report.ts';

/** What waited for a step in the published version does not start with its stage by an oversight. */
export function* starting({ drawing, published }: DirectoryContext): Iterable<Problem> {
  if (!published) return;
  for (const one of nowStarting(published, drawing)) {
    const message = `${sentenceOf(one)} Link it to a step before it, unless it is meant.`;
    yield problem('starts-with-stage', inStep(one.home, one.step, 'links'), message);
  }
}
