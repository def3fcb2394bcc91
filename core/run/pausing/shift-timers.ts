import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import type { DurationUnit } from '../../time/duration.ts';
import { definitionOf, refOf, stepOf, within, type Turn } from '../state/turn.ts';
import { nextTimerKey } from '../../step-kinds/wait/wait-timer.ts';

/** Asks for every relative timer anew: what it had left at the freeze is left from now on (E19). */
export function shiftTimers(turn: Turn, frozenAt: number): void {
  for (const frame of turn.frames.keys()) {
    within(turn, frame, () => {
      for (const id of turn.frame.timers) shiftTimer(turn, id, frozenAt);
    });
  }
}

/** One that counts to a date stays where it is. */
function shiftTimer(turn: Turn, id: string, frozenAt: number): void {
  const { timerAt, timerFixed, timerUnit, startedAt } = stepOf(turn, id);
  const step = definitionOf(turn, id);
  if (!step || timerAt === undefined || timerFixed) return;
  const at = Math.max(frozenAt, startedAt ?? frozenAt);
  turn.frame.clearTimer(id);
  turn.effects.push({
    key: nextTimerKey(turn, id),
    kind: 'startTimer',
    wait: refOf(turn, id),
    from: turn.now,
    duration: { n: 0, unit: timerUnit ?? unitOf(step) },
    was: { due: timerAt, at },
    calendar: { calendar: turn.definition.calendar },
  });
}

/** The unit in which a step's timer is drawn. */
function unitOf(step: StepDefinition): DurationUnit {
  if (step.kind === 'task') return step.repeat?.every.unit ?? 'min';
  if (step.kind === 'process') return step.wait?.timeout.unit ?? 'min';
  if (step.kind !== 'wait') return 'min';
  return 'event' in step ? step.timeout.unit : step.duration.unit;
}
