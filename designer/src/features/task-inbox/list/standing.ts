import type { TaskDetail, TaskItem } from '#api/contract/tasks.ts';

export function isOpen(task: Pick<TaskItem, 'state'>): boolean {
  return ['offered', 'ready', 'assigned', 'in_progress'].includes(task.state);
}

/** Its clock stands: somebody is waited for, or the deal is on hold. */
export function isStanding(task: Pick<TaskItem, 'state' | 'waiting' | 'held'>): boolean {
  return isOpen(task) && (task.waiting !== null || task.held);
}

/** Whoever has it may finish it: also on a deal on hold, what is open may be done (E19). */
export function isFinishable(task: Pick<TaskDetail, 'state' | 'waiting' | 'may'>): boolean {
  return isOpen(task) && task.waiting === null && task.may.complete;
}

/** Who is waited for; nobody while the deal is on hold, which comes first. */
export function awaited(task: Pick<TaskItem, 'waiting' | 'held'>): TaskItem['waiting'] {
  return task.held ? null : task.waiting;
}
