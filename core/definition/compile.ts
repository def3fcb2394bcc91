import type { Drawing } from '../drawing/drawing.ts';
import { assemble } from './assemble.ts';
import { conditionChecker } from './condition-checker.ts';
import type { ProcessDefinition } from './definition.ts';
import type { Problem } from './problem.ts';
import { validateDrawing } from './validate.ts';

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
  const errors = validateDrawing(drawing).filter((problem) => problem.severity === 'error');
  if (errors.length > 0) throw new NotPublishableError(errors);
  return assemble(drawing, options.process, conditionChecker(drawing.fields));
}
