import { contentOf } from '../compiling/assemble.ts';
import type { Problem } from '../problems/problem.ts';
import type { RuleContext } from './rule-context.ts';
import { inProcess, problem } from '../problems/report.ts';

/** What a run can carry in its input, as raw JSON. */
export const definitionLimit = 400_000;

/** Looked at only when nothing else is wrong: what has errors cannot be compiled. */
export function* size({ drawing, checker }: RuleContext): Iterable<Problem> {
  yield* tooLarge(contentOf(drawing, '', checker));
}

/** For a definition, with or without its checksum. */
export function* tooLarge(definition: object): Iterable<Problem> {
  const bytes = JSON.stringify(definition).length;
  if (bytes <= definitionLimit) return;
  const message = `The definition has ${Math.ceil(bytes / 1000)} KB, and a run carries at most ${definitionLimit / 1000} KB. Split the process, or shorten its conditions.`;
  yield problem('definition-too-large', inProcess('stages'), message);
}
