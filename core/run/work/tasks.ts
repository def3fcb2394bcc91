import type {
  StepDefinition,
  TaskDefinition,
  WorkDefinition,
} from '../../definition/compiling/step-definition.ts';
import type { Assignee } from '../../drawing/people.ts';
import { asNeeds, chooseAssignee, needsOf } from './assignee.ts';
import { startTaskClock, stopTaskClock } from '../clocks/clocks.ts';
import type { Closing } from '../contract/closing.ts';
import { stopAtIncident } from '../incidents/incidents.ts';
import { closeItems, hasItems } from './items.ts';
import { effectKey } from '../state/keys.ts';
import { isMandatory } from '../steps/mandatory.ts';
import { attemptOf } from '../state/step-state.ts';
import {
  enqueue,
  nextSerial,
  refOf,
  setStep,
  stepEffectKey,
  stepOf,
  taskRef,
  type Turn,
} from '../state/turn.ts';

/** A task whose turn came: opened, or offered when it is optional and nobody asked for it (E4). */
export function beginTask(turn: Turn, task: TaskDefinition): void {
  if (isWanted(turn, task)) openTask(turn, task);
  else offer(turn, task, assigneeOf(turn, task));
}

/** Whether a step that people do opens when its turn comes; else it is offered (E4). */
export function isWanted(turn: Turn, step: StepDefinition): boolean {
  const { requested, attempt = 1 } = stepOf(turn, step.id);
  return requested === true || attempt > 1 || isMandatory(turn.state, step);
}

/** Offers an optional step that people do: no assignee, no clock (E4). */
export function offer(turn: Turn, task: StepDefinition, assign: Assignee): void {
  setStep(turn, task.id, { status: 'offered', startedAt: turn.now });
  turn.effects.push({
    key: stepEffectKey(turn, 'open', task.id),
    kind: 'openTask',
    task: refOf(turn, task.id),
    state: 'offered',
    assign,
    owner: turn.state.owner,
    mandatory: false,
  });
  turn.facts.push({ type: 'TaskOffered', ...refOf(turn, task.id) });
}

function openTask(turn: Turn, task: TaskDefinition): void {
  const { state } = turn;
  const { requested: asked, assign: given, ...step } = stepOf(turn, task.id);
  const item = attemptOf(step);
  const requested = asked && item === undefined;
  const choice = chooseAssignee(state, task, given);
  if (!choice.ok) return stopAtIncident(turn, task.id, 'work', choice);
  const { assign, needs } = choice;
  setStep(turn, task.id, { status: 'open', startedAt: turn.now, ...asGiven(task, assign) });
  const what = {
    task: taskRef(turn, task.id),
    assign,
    owner: state.owner,
    mandatory: isMandatory(state, task),
    ...asNeeds(needs),
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

/** What a case decided is kept for as long as the task is open. */
export function asGiven({ assignCases }: WorkDefinition, assign: Assignee): { assign?: Assignee } {
  return assignCases ? { assign } : {};
}

/** Makes an offered step a real one: a person asked for it, or it has become mandatory (E4). */
export function requestTask(turn: Turn, task: string, by: string | null): void {
  turn.facts.push({ type: 'TaskRequested', ...refOf(turn, task), by });
  if (hasItems(turn, task)) closeTask(turn, task, { as: 'cancelled', why: 'requested', by });
  setStep(turn, task, { status: 'pending', requested: true });
  enqueue(turn, task, 'work');
}

/** Closes the task of a step, or of its items, and stops its clock; a step without has neither. */
export function closeTask(turn: Turn, task: string, closing: Closing): void {
  stopTaskClock(turn, task, closing.as === 'done' ? 'done' : 'cancelled');
  closeItems(turn, task, closing);
  if (!hasTask(turn, task)) return;
  turn.effects.push({
    key: effectKey('close', taskRef(turn, task)),
    kind: 'closeTask',
    task: taskRef(turn, task),
    ...closing,
  });
}

/** Whether the world shows a task for the step itself: opened, offered, or asked for. */
export function hasTask(turn: Turn, step: string): boolean {
  const { status, requested, port, attempt } = stepOf(turn, step);
  if (hasItems(turn, step)) return status === 'offered';
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
    ...asNeeds(needsOf(turn.state, assigneeOf(turn, task))),
  });
}
