import type { Problem } from './problem.ts';
import { inProcess, problem } from './report.ts';

/** That a check failed itself, so that nobody knows whether the drawing is right. */
export function checkFailed(failure: unknown): Problem {
  const words = failure instanceof Error ? failure.message : String(failure);
  const message = `A check of this drawing failed and could not say what is wrong (${words}). Undo the last change, and report this.`;
  return problem('check-failed', inProcess(''), message);
}

/**
 * The problems that a check finds. A check that throws never counts as a check that found nothing:
 * its failure is an error of the drawing, which keeps it from being published.
 */
export function guarded(check: () => Iterable<Problem>): Problem[] {
  try {
    return [...check()];
  } catch (failure) {
    return [checkFailed(failure)];
  }
}
