import { stepTraits } from '../step-kinds/step-traits.ts';
import type { Step } from '../drawing/step.ts';
import { portsOf } from '../drawing/ports.ts';
import { metrics } from './metrics.ts';

/** A condition longer than this takes two lines on the card. */
const lineLength = 28;

/**
 * Height of a step's card: 56, and 16 for each further line (at most two). Lines are one or two for
 * the condition, and one for the ports of a task or of what waits or calls; a branch shows its ports in
 * the place where a task shows who and when.
 */
export function stepHeight(step: Step): number {
  const { base, line } = metrics.card;
  return base + line * Math.min(2, conditionLines(step.when) + portLines(step));
}

/** How many lines the card gives to the condition. */
export function conditionLines(when: string | undefined): 0 | 1 | 2 {
  if (!when) return 0;
  return when.length > lineLength ? 2 : 1;
}

function portLines(step: Step): 0 | 1 {
  return hasPortLine(step) ? 1 : 0;
}

/** True for a step whose ways to end stand on a line of their own. */
export function hasPortLine(step: Step): boolean {
  return stepTraits[step.kind].showsPorts && portsOf(step).length > 1;
}
