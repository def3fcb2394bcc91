import { levelsOf, targetOf } from './clock-target.ts';
import { clockOf, replaceClock } from './running-clocks.ts';
import { actOn } from './escalation-actions.ts';
import type { Clock } from '../state/clock-state.ts';
import { callExits } from '../commands/machine-events.ts';
import { pendingLevels } from './pending-levels.ts';
import { refOf, type Turn } from '../state/turn.ts';

/** A deadline has passed: recorded once per clock; the stage's own calls its exits (E9). */
export function breach(turn: Turn, clock: Clock): void {
  const { id, cycle, stage, step, process } = clock;
  const due = clock.due!;
  replaceClock(turn, { ...clock, breached: true });
  turn.facts.push({
    type: 'ClockBreached',
    clock: id,
    cycle,
    stage,
    due,
    ...(step === undefined ? {} : { step }),
  });
  turn.effects.push({ key: `breach:${id}:${cycle}`, kind: 'breachClock', clock: id, cycle });
  if (step === undefined && process === undefined) callExits(turn, 'deadline');
}

/**
 * Fires the highest level that is due by `limit`, once a level is due at `at`; the others that are
 * due are superseded. The latest is the highest, of equals the last in the policy.
 */
export function escalate(turn: Turn, id: string, at: number, limit: number): void {
  const clock = clockOf(turn, id);
  if (!clock || !pendingLevels(clock).some((level) => level.at <= at)) return;
  const due = pendingLevels(clock).filter((level) => level.at <= limit);
  const highest = due.reduce((a, b) => (b.at >= a.at ? b : a));
  const past = new Set(due.map((level) => level.level));
  const { cycle, stage } = clock;
  const levels = clock.levels.map((level) => {
    if (level.level === highest.level) return { ...level, state: 'fired' as const };
    return past.has(level.level) ? { ...level, state: 'superseded' as const } : level;
  });
  replaceClock(turn, { ...clock, levels });
  const by = highest.level;
  for (const { level } of due.filter((each) => each !== highest)) {
    turn.facts.push({ type: 'EscalationSuperseded', clock: id, cycle, level, stage, by });
  }
  fire(turn, clock, highest.level);
}

function fire(turn: Turn, clock: Clock, level: string): void {
  const { id, cycle, stage, step, item } = clock;
  const due = clock.due!;
  const levels = levelsOf(turn.definition, targetOf(turn.definition, turn.state, clock));
  const { to = [], actions = [] } = levels.find((each) => each.id === level) ?? {};
  const late = step === undefined ? {} : { step };
  turn.facts.push({ type: 'Escalated', clock: id, cycle, level, stage, due, ...late });
  turn.effects.push({
    key: `level:${id}:${cycle}:${level}`,
    kind: 'escalate',
    to,
    owner: turn.state.owner,
    clock: id,
    cycle,
    level,
    stage,
    due,
    ...(step === undefined ? {} : { task: refOf(turn, step, item) }),
  });
  for (const action of actions) actOn(turn, clock, level, action);
}

/** Nobody was found for a task: the first level of its clock fires now, not at its time. */
export function escalateAtOnce(turn: Turn, id: string): void {
  const clock = clockOf(turn, id);
  const first = clock?.levels[0];
  if (!clock || clock.due === undefined || first?.state !== 'armed') return;
  const levels = clock.levels.map((level) =>
    level === first ? { ...level, state: 'fired' as const } : level,
  );
  replaceClock(turn, { ...clock, levels });
  fire(turn, clock, first.level);
}
