import type { Drawing } from '../drawing/drawing.ts';
import { assemble } from './compiling/assemble.ts';
import { conditionChecker } from './compiling/condition-checker.ts';
import type { ProcessDefinition } from './definition.ts';
import { checkFailed } from './problems/guarded.ts';
import type { Problem } from './problems/problem.ts';
import { tooLarge } from './rules/size.ts';
import { drawingErrors } from './validate.ts';

/** The drawing still has errors; `problems` names them all. */
export class NotPublishableError extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super(`The drawing has ${problems.length} errors: ${problems.map((p) => p.message).join(' ')}`);
    this.name = 'NotPublishableError';
    this.problems = problems;
  }
}

/**
 * Drawing → definition: what a run executes and nothing else. The same drawing gives the same
 * checksum; labels, forms, templates and the order of keys do not change it. Throws
 * `NotPublishableError` when the drawing has errors of its own (`validate` looks at the directory too).
 */
export function compile(drawing: Drawing, options: { process: string }): ProcessDefinition {
  const errors = drawingErrors(drawing);
  if (errors.length > 0) throw new NotPublishableError(errors);
  const definition = assembled(drawing, options.process);
  const large = [...tooLarge(definition)];
  if (large.length > 0) throw new NotPublishableError(large);
  return definition;
}

/** What no rule refused and cannot be compiled all the same is refused here, with the cause. */
function assembled(drawing: Drawing, process: string): ProcessDefinition {
  try {
    return assemble(drawing, process, conditionChecker(drawing.fields));
  } catch (failure) {
    throw new NotPublishableError([checkFailed(failure)]);
  }
}
