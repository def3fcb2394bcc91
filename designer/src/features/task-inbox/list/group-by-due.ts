import type { TaskItem } from '#api/contract/tasks.ts';
import { dueGroup, type DueGroup } from './due-group.ts';
import { isStanding } from './standing.ts';

export interface TaskGroup {
  title: string;
  late: boolean;
  tasks: TaskItem[];
}

const titles: Record<DueGroup, string> = {
  overdue: 'Overdue',
  today: 'Today',
  week: 'This week',
  later: 'Later',
  none: 'No due',
};

const notRunning = 'Not running';

/** Groups in the order the api gives the tasks in, what stands last; what is done stands in one group. */
export function groupByDue(tasks: TaskItem[], view: string, now = new Date()): TaskGroup[] {
  if (view === 'done') return tasks.length === 0 ? [] : [{ title: 'Closed', late: false, tasks }];
  const groups: TaskGroup[] = [];
  for (const task of tasks) {
    const title = titleOf(task, now);
    const group = groups.find((one) => one.title === title);
    if (group) group.tasks.push(task);
    else
      groups.push({
        title,
        late: title === titles.overdue,
        tasks: [task],
      });
  }
  const still = groups.filter(({ title }) => title === notRunning);
  return [...groups.filter(({ title }) => title !== notRunning), ...still];
}

function titleOf(task: TaskItem, now: Date): string {
  if (isStanding(task)) return notRunning;
  return task.state === 'offered' ? 'Optional' : titles[dueGroup(task.dueAt, now)];
}
