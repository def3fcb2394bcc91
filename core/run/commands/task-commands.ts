import { endAttempt } from '../../step-kinds/task/attempts.ts';
import { completeItem, stepOverItem } from '../../step-kinds/each/each.ts';
import type { EventOf } from '../contract/event.ts';
import { isSettled } from '../scopes/frame.ts';
import { endStep, stepOver } from '../steps/links.ts';
import { resetFrom } from '../doing-again/reset.ts';
import { closeTask, requestTask } from '../work/tasks.ts';
import { definitionOf, setStep, stepOf, taskRef, type Turn } from '../state/turn.ts';
import { takeForm } from '../fields/take-written.ts';

/** A person has done a task: its answers count, and it ends by the outcome chosen. */
export function complete(turn: Turn, event: EventOf<'complete'>): void {
  const { by, outcome } = event;
  const { step } = event.task;
  const drawn = definitionOf(turn, step);
  if (drawn?.kind === 'each') return completeItem(turn, drawn, event);
  const task = taskRef(turn, step);
  takeForm(turn, task, event);
  turn.facts.push({ type: 'TaskCompleted', ...task, by, outcome });
  closeTask(turn, step, { as: 'done', why: 'done', by, outcome });
  if (drawn?.kind === 'task' && endAttempt(turn, drawn, outcome)) return;
  setStep(turn, step, { by });
  endStep(turn, step, outcome, true);
}

/** The owner wants an offered task done (E4). */
export function request(turn: Turn, event: EventOf<'request'>): void {
  const { task, by } = event;
  if (definitionOf(turn, task.step)?.kind === 'approval') setStep(turn, task.step, { by });
  requestTask(turn, task.step, by);
}

/** Nobody needs an offered task: it is stepped over (E1, E4). */
export function notNeeded(turn: Turn, { task, by }: EventOf<'notNeeded'>): void {
  const step = definitionOf(turn, task.step);
  if (!step) return;
  if (step.kind === 'each' && task.item !== undefined) {
    return stepOverItem(turn, step, task.item, { why: 'notNeeded', by });
  }
  closeTask(turn, step.id, { as: 'notNeeded', why: 'notNeeded', by });
  stepOver(turn, step, { why: 'notNeeded', by });
}

/**
 * A person with the right lets an open task go, with a reason: it is stepped over (E1). So is an
 * approval that was rejected and holds the stage (E3): what follows from it then comes anew.
 */
export function waive(turn: Turn, { task, by, reason }: EventOf<'waive'>): void {
  const step = definitionOf(turn, task.step);
  if (!step) return;
  if (step.kind === 'each' && task.item !== undefined) {
    return stepOverItem(turn, step, task.item, { why: 'waived', by, reason });
  }
  if (isSettled(stepOf(turn, step.id))) resetFrom(turn, step.id);
  closeTask(turn, step.id, { as: 'waived', why: 'waived', by });
  stepOver(turn, step, { why: 'waived', by, reason });
}
