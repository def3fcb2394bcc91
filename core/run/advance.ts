import { takeWayOut } from './ways-out/exits.ts';
import { settle } from './steps/settle.ts';
import { sweepSides } from './scopes/sides.ts';
import { stageFrame, type Turn } from './state/turn.ts';

/** One step of the engine after its event: start what can start, then leave if a way is open. */
export function advance(turn: Turn): void {
  do {
    settle(turn);
    sweepSides(turn);
    turn.frame = stageFrame(turn);
  } while (takeWayOut(turn));
  turn.called.clear();
}
