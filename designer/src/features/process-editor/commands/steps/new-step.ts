import type { Drawing } from '#core/drawing/drawing.ts';
import type { Step, StepKind } from '#core/drawing/step.ts';
import { isWork, rulesOfKinds } from '../../step-kinds/rules-of-kinds.ts';
import { newId } from '../new-id.ts';

/**
 * A new step of a kind with a fresh id, ready to be filled. Work of people gets a due time where the
 * process has a policy that says who hears of it.
 */
export function newStep(kind: StepKind, drawing: Drawing): Step {
  const step: Step = rulesOfKinds[kind].make(newId(kind), drawing);
  const policy = drawing.policies[0]?.id;
  if (!isWork(step) || policy === undefined) return step;
  return { ...step, due: { n: 1, unit: 'bd' }, policy };
}
