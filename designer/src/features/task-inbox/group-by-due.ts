import type { TaskItem } from '#api/contract/tasks.ts';

export interface TaskGroup {
  title: string;
  late: boolean;
  tasks: TaskItem[];
}

const titles: Record<TaskItem['bucket'], string> = {
  overdue: 'Overdue',
  today: 'Today',
  week: 'This week',
  later: 'Later',
  none: 'No due',
};

/** Groups in the order the api gives the tasks in; what is done stands in one group. */
export function groupByDue(tasks: TaskItem[], view: string): TaskGroup[] {
  if (view === 'done') return tasks.length === 0 ? [] : [{ title: 'Closed', late: false, tasks }];
  const groups: TaskGroup[] = [];
  for (const task of tasks) {
    const title = task.state === 'offered' ? 'Optional' : titles[task.bucket];
    const group = groups.find((one) => one.title === title);
    if (group) group.tasks.push(task);
    else
      groups.push({
        title,
        late: task.bucket === 'overdue' && task.state !== 'offered',
        tasks: [task],
      });
  }
  return groups;
}
