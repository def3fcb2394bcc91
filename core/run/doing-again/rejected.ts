import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import { own } from '../state/own.ts';
import type { FrameState } from '../state/run-state.ts';
import type { StageIndex } from '../state/stage-index.ts';

/**
 * Whether an approval was rejected and led nowhere: it goes on holding the stage (E3), until it is
 * waived or what was to be approved changes.
 */
export function isHeldByRejection(
  index: StageIndex | undefined,
  { steps, links }: Pick<FrameState, 'steps' | 'links'>,
  step: StepDefinition | undefined,
): boolean {
  if (step?.kind !== 'approval') return false;
  const { status, port } = own(steps, step.id) ?? {};
  if (status !== 'ended' || port !== 'rejected') return false;
  const outgoing = index?.outgoing.get(step.id) ?? [];
  return !outgoing.some((link) => own(links, link.id) === 'live');
}
