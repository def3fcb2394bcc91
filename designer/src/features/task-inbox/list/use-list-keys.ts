import type { TaskItem } from '#api/contract/tasks.ts';
import { useShortcuts } from '../../../ui/shortcuts/use-shortcuts.ts';

/** J and K walk the list; the open task follows. A task that came by itself is taken first. */
export function useListKeys(
  tasks: TaskItem[],
  selected: string | undefined,
  open: (id: string) => void,
  isChosen: boolean,
) {
  const walk = (by: number) => {
    if (!isChosen && selected !== undefined) return open(selected);
    const index = tasks.findIndex((task) => task.id === selected);
    const next = tasks[Math.min(Math.max(index + by, 0), tasks.length - 1)];
    if (next) open(next.id);
  };
  useShortcuts('Inbox', [
    { keys: 'j', label: 'Next task', run: () => walk(1) },
    { keys: 'k', label: 'Previous task', run: () => walk(-1) },
  ]);
}
