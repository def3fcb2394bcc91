import { drawnStage } from '../../drawing/drawn-step.ts';
import type { Drawing } from '../../drawing/drawing.ts';

/**
 * What publishing `to` means for the deals that run on `from`, as sentences; nothing when no deal
 * is open. `openDeals` counts them by the id of the stage they are in. Running deals finish on
 * their version, so none of this stops anything.
 */
export function impact(
  from: Drawing,
  to: Drawing,
  openDeals: Readonly<Record<string, number>>,
): string[] {
  const sentences: string[] = [];
  let others = 0;
  for (const stage of from.stages) {
    const count = openDeals[stage.id] ?? 0;
    if (count === 0) continue;
    const after = drawnStage(to, stage.id);
    if (!after) {
      sentences.push(
        `${deals(count, 'sit')} in “${stage.name}”, which this version removes; ${they(count)} on ${their(count)} version.`,
      );
      continue;
    }
    const removed = stage.steps.filter(({ id }) => !after.steps.some((step) => step.id === id));
    if (removed.length === 0) others += count;
    else {
      const names = removed.map(({ name }) => `“${name}”`).join(', ');
      sentences.push(
        `${deals(count, 'sit')} in “${stage.name}”, from which this version removes ${names}; ${they(count)} on ${their(count)} version.`,
      );
    }
  }
  if (others > 0) {
    const rest = sentences.length > 0 ? `${others} other open` : `${others} open`;
    sentences.push(
      `${rest} ${others === 1 ? 'deal finishes' : 'deals finish'} on ${their(others)} version; new deals use this one.`,
    );
  }
  return sentences;
}

function deals(count: number, verb: string): string {
  return count === 1 ? `1 deal ${verb}s` : `${count} deals ${verb}`;
}

const they = (count: number) => (count === 1 ? 'it finishes' : 'they finish');
const their = (count: number) => (count === 1 ? 'its' : 'their');
