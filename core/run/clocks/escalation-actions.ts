import type { LevelAction } from '../../drawing/escalation-policy.ts';
import type { Assignee } from '../../drawing/people.ts';
import type { Clock } from '../state/clock-state.ts';
import { effectKey } from '../state/keys.ts';
import { own } from '../state/own.ts';
import { raiseEvent } from '../commands/machine-events.ts';
import { definitionOf, nextSerial, refOf, setStep, stepOf, type Turn } from '../state/turn.ts';

/** Does what a level does besides telling people; the clock's frame is being worked on. */
export function actOn(turn: Turn, clock: Clock, level: string, action: LevelAction): void {
  switch (action.kind) {
    case 'reassign':
      return reassign(turn, clock, action.to);
    case 'toQueue':
      return toQueue(turn, clock);
    case 'raisePriority':
      return prioritise(turn, clock, level);
    case 'markAtRisk': {
      const key = `risk:${clock.id}:${clock.cycle}:${level}`;
      turn.effects.push({ key, kind: 'markAtRisk', clock: clock.id, level });
      return;
    }
    case 'raise':
      return raiseEvent(turn, action.event);
  }
}

/** The late task goes to another; its clock runs on. Without a task, or an owner, nothing happens. */
function reassign(turn: Turn, { step, item }: Clock, assign: Assignee): void {
  const { owner } = turn.state;
  if (step === undefined || (assign.kind === 'owner' && owner === null)) return;
  const { items } = stepOf(turn, step);
  const part = own(items ?? {}, item ?? '');
  if (part) setStep(turn, step, { items: { ...items, [item!]: { ...part, to: assign } } });
  else setStep(turn, step, { assign });
  const task = refOf(turn, step, item);
  const key = `${effectKey('assign', task)}:${nextSerial(turn)}`;
  turn.effects.push({ key, kind: 'assignTask', task, assign, owner });
}

/** Back to the queue of the department that the task is drawn for. */
function toQueue(turn: Turn, clock: Clock): void {
  const drawn = definitionOf(turn, clock.step ?? '');
  const assign = drawn && 'assign' in drawn ? drawn.assign : undefined;
  if (assign?.kind !== 'department') return;
  reassign(turn, clock, { kind: 'department', department: assign.department });
}

function prioritise(turn: Turn, { id, cycle, step, item }: Clock, level: string): void {
  if (step === undefined) return;
  const key = `priority:${id}:${cycle}:${level}`;
  turn.effects.push({ key, kind: 'prioritise', task: refOf(turn, step, item) });
}
