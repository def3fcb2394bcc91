import { followEnd } from '../steps/links.ts';
import { deliver } from '../commands/machine-events.ts';
import { settle } from '../steps/settle.ts';
import { stageFrame, within, type Turn } from '../state/turn.ts';
import { followChanges } from '../steps/watched-change.ts';

/**
 * Catches up with what happened while nothing moved (E19), as one step of the engine: the links of
 * steps that ended fire in that order, then what changed is looked at, then events are delivered.
 */
export function catchUp(turn: Turn): void {
  const { frozen } = turn.state;
  if (!frozen) return;
  delete turn.state.frozen;
  for (const ended of frozen.ended) within(turn, ended.frame, () => followEnd(turn, ended));
  turn.queue.push(...(frozen.queued ?? []));
  turn.occurred.push(...(frozen.occurred ?? []));
  settle(turn);
  turn.frame = stageFrame(turn);
  if (frozen.fields) followChanges(turn);
  for (const event of frozen.events) deliver(turn, event);
}
