import { drawnKindOf, type Step } from '../step-kinds/drawn-kinds.ts';
import type { Port } from './port.ts';

/** The ports by which a step can end; the side ports of its kind are none of them (`linkPortsOf`). */
export function portsOf(step: Step): Port[] {
  return drawnKindOf(step).ports(step);
}

/** Ports that a link may start at: those the step can end by, and side ports such as `each` of a repeated task. */
export function linkPortsOf(step: Step): Port[] {
  const kind = drawnKindOf(step);
  return [...kind.ports(step), ...kind.sidePorts(step)];
}
