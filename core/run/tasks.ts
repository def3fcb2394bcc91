import type { TaskDefinition } from '../definition/step-definition.ts';
import type { Assignee } from '../drawing/people.ts';
import { startTaskClock, stopTaskClock } from './clocks.ts';
import { openIncident } from './incidents.ts';
import { effectKey } from './keys.ts';
import { isMandatory } from './mandatory.ts';
import { attemptOf } from './step-state.ts';
import {
  enqueue,
  nextSerial,
  refOf,
  setStep,
  stepEffectKey,
  stepOf,
  taskRef,
  type Turn,
} from './turn.ts';

/** A task whose turn came: opened, or offered when it is optional and nobody asked for it (E4). */
export function beginTask(turn: Turn, task: TaskDefinition): void {
  const { requested, attempt = 1 } = stepOf(turn, task.id);
  if (requested || attempt > 1 || isMandatory(turn.state, task)) openTask(turn, task);
  else offerTask(turn, task);
}

function offerTask(turn: Turn, task: TaskDefinition): void {
  setStep(turn, task.id, { status: 'offered', startedAt: turn.now });
  turn.effects.push({
    key: stepEffectKey(turn, 'open', task.id),
    kind: 'openTask',
    task: refOf(turn, task.id),
    state: 'offered',
    assign: assigneeOf(turn, task),
    owner: turn.state.owner,
    mandatory: false,
  });
  turn.facts.push({ type: 'TaskOffered', ...refOf(turn, task.id) });
}

function openTask(turn: Turn, task: TaskDefinition): void {
  const { state } = turn;
  const assign = assigneeOf(turn, task);
  const { requested: asked, ...step } = stepOf(turn, task.id);
  const item = attemptOf(step);
  const requested = asked && item === undefined;
  if (assign.kind === 'owner' && state.owner === null) {
    setStep(turn, task.id, { status: 'incident' });
    return openIncident(turn, { step: task.id, at: 'work', code: 'no-owner' }, []);
  }
  setStep(turn, task.id, { status: 'open', startedAt: turn.now });
  const what = {
    task: taskRef(turn, task.id),
    assign,
    owner: state.owner,
    mandatory: isMandatory(state, task),
  };
  turn.effects.push(
    requested
      ? { key: stepEffectKey(turn, 'request', task.id), kind: 'requestTask', ...what }
      : {
          key: stepEffectKey(turn, 'open', task.id, item),
          kind: 'openTask',
          state: 'ready',
          ...what,
        },
  );
  if (!requested) turn.facts.push({ type: 'TaskOpened', ...what.task });
  startTaskClock(turn, task);
}

/** Makes an offered task a real one: a person asked for it, or it has become mandatory (E4). */
export function requestTask(turn: Turn, task: string, by: string | null): void {
  turn.facts.push({ type: 'TaskRequested', ...refOf(turn, task), by });
  setStep(turn, task, { status: 'pending', requested: true });
  enqueue(turn, task, 'work');
}

export interface Closing {
  as: 'done' | 'waived' | 'notNeeded' | 'cancelled' | 'recalled';
  why: string;
  by: string | null;
  outcome?: string;
}

/** Closes the task of a step in the world and stops its clock; a step without a task has neither. */
export function closeTask(turn: Turn, task: string, closing: Closing): void {
  stopTaskClock(turn, task, closing.as === 'done' ? 'done' : 'cancelled');
  if (!hasTask(turn, task)) return;
  turn.effects.push({
    key: effectKey('close', taskRef(turn, task)),
    kind: 'closeTask',
    task: taskRef(turn, task),
    ...closing,
  });
}

/** Whether the world shows a task for this step: opened, offered, or asked for. */
export function hasTask(turn: Turn, step: string): boolean {
  const { status, requested, port, attempt } = stepOf(turn, step);
  if (status === 'open' || status === 'offered') return true;
  const stands = status === 'incident' || status === 'pending';
  return stands && requested === true && port === undefined && attempt === undefined;
}

/** Who gets the task: as drawn, or as an `assign` step of this visit decided. */
export function assigneeOf(turn: Turn, task: TaskDefinition): Assignee {
  return stepOf(turn, task.id).assign ?? task.assign;
}

/** Tells the world who has an open task now; its clock runs on. */
export function reassignTask(turn: Turn, task: TaskDefinition): void {
  turn.effects.push({
    key: `${effectKey('assign', taskRef(turn, task.id))}:${nextSerial(turn)}`,
    kind: 'assignTask',
    task: taskRef(turn, task.id),
    assign: assigneeOf(turn, task),
    owner: turn.state.owner,
  });
}
