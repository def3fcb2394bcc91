import { countsTo } from './timing.ts';
import { targetOf } from './clock-target.ts';
import { moveClock } from './clocks.ts';
import { definitionOf, stepOf, within, type Turn } from '../state/turn.ts';
import { moveWait } from '../../step-kinds/wait/wait-timer.ts';

/** Date fields have changed: each clock and wait that counts to one is recalculated (E21). */
export function moveDates(turn: Turn, fields: ReadonlySet<string>): void {
  for (const clock of turn.state.clocks.slice()) {
    const { timing, field } = targetOf(turn.definition, turn.state, clock);
    const moved = [...fields].find((each) => each === field || countsTo(timing, each));
    if (moved !== undefined) moveClock(turn, clock, moved);
  }
  for (const frame of turn.frames.keys()) within(turn, frame, () => moveWaits(turn, fields));
}

function moveWaits(turn: Turn, fields: ReadonlySet<string>): void {
  for (const id of turn.frame.unsettled) {
    const step = definitionOf(turn, id);
    if (step?.kind !== 'wait' || !('duration' in step)) continue;
    if (stepOf(turn, id).status !== 'waiting') continue;
    const { duration } = step;
    const moved = [...fields].find((field) => countsTo(duration, field));
    if (moved !== undefined) moveWait(turn, step, moved);
  }
}
