import type { Drawing } from '#core/drawing/drawing.ts';
import type { Rail } from '#core/drawing/rail.ts';
import { formatDuration } from '#core/time/duration.ts';
import { stepName, targetName } from '../../state/selection.ts';

function numberOf({ stages }: Drawing, id: string): number {
  return stages.findIndex((stage) => stage.id === id) + 1;
}

/** Which stages a rail spans: `Stage 1`, `Stages 1–5`. */
export function spanText(drawing: Drawing, { from, to }: Pick<Rail, 'from' | 'to'>): string {
  const [first, last] = [numberOf(drawing, from), numberOf(drawing, to)];
  if (first === last || last === 0) return `Stage ${first}`;
  return `Stages ${first}–${last}`;
}

/** What sets a rail or a clock in motion: `10 bd of silence`, `on reply`, `when Price the system is done`. */
export function triggerText(drawing: Drawing, trigger: Rail['trigger']): string {
  switch (trigger.on) {
    case 'start':
      return 'at the start';
    case 'event':
      return `on ${trigger.event}`;
    case 'stage':
      return `on entering ${targetName(drawing, trigger.stage)}`;
    case 'step':
      return `when ${stepName(drawing, trigger.stage, trigger.step)} is done`;
    case 'when':
      return 'on a condition';
    case 'silence':
      return `${formatDuration(trigger.after)} of silence`;
  }
}

/** When a rail's steps stop before their end. */
export function stopText({ trigger }: Rail): string {
  if (trigger.on !== 'silence') return 'Stops when the last stage is left';
  return `Stops on ${trigger.events.join(', ')}`;
}
