import { stepTraits } from '../../step-kinds/step-traits.ts';
import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import { goesAlong } from '../scopes/goes-along.ts';
import { isHeldByRejection } from '../doing-again/rejected.ts';
import { read } from '../state/reading.ts';
import type { RunState } from '../state/run-state.ts';
import type { StepStatus } from '../state/step-state.ts';
import { stepOf, type Turn } from '../state/turn.ts';

const blocking: ReadonlySet<StepStatus> = new Set([
  'pending',
  'open',
  'running',
  'waiting',
  'incident',
]);

/**
 * Whether a step must be settled before the stage is complete (E2): read live when it is a
 * condition, and true when that errs. A notice and a note never block; a `leave` step is never an unmet item.
 */
export function isMandatory(state: RunState, step: StepDefinition): boolean {
  if (!stepTraits[step.kind].canBlock) return false;
  if (typeof step.mandatory === 'boolean') return step.mandatory;
  const reading = read(state, step.mandatory);
  return reading.ok ? reading.value : true;
}

/** Whether a step in this status holds the stage, if it is mandatory (E2). Offered does not (E4). */
export function isBlocking(status: StepStatus): boolean {
  return blocking.has(status);
}

/** Whether an approval that was rejected holds the stage: none of its ways on is live (E3). */
function holdsRejected(turn: Turn): boolean {
  const { index, part } = turn.frame;
  const steps = index?.approvals ?? [];
  return steps.some((s) => isHeldByRejection(index, part, s) && isMandatory(turn.state, s));
}

/**
 * Whether the stage is complete for an automatic exit: no mandatory step is left, and no task
 * is open, optional ones that were asked for included (E2, E4). Carried work goes along (E11).
 */
export function isComplete(turn: Turn): boolean {
  for (const id of turn.frame.unsettled) {
    const step = turn.stage?.steps.get(id);
    const { status, requested } = stepOf(turn, id);
    if (!step || !isBlocking(status)) continue;
    if (goesAlong(step, stepOf(turn, id))) continue;
    if (status === 'open' || requested || isMandatory(turn.state, step)) return false;
  }
  return !holdsRejected(turn);
}
