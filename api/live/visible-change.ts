import type { Actor } from '../session/actor.ts';
import type { LiveChange } from './change-reader.ts';

export interface LiveEvent {
  topic: string;
  id?: string;
}

const seesDeals = new Set(['admin', 'ops', 'manager', 'sales']);
const seesAllTasks = new Set(['admin', 'ops', 'manager']);

/** A task's refs are the department, the role (`role:sales`) and the people who have or had it, not the task itself. */
function seesTask(actor: Actor, ref: string | null): boolean {
  if (seesAllTasks.has(actor.role) || ref === actor.id || ref === `role:${actor.role}`) return true;
  return actor.departments.some(({ key }) => key === ref);
}

/** What a person is told of a change; undefined when it is nothing that they may see. */
export function visibleChange(actor: Actor, { topic, ref }: LiveChange): LiveEvent | undefined {
  switch (topic) {
    case 'task':
      return seesTask(actor, ref) ? { topic } : undefined;
    case 'notification':
      return ref === actor.id ? { topic } : undefined;
    case 'deal':
    case 'board':
    case 'process':
      return seesDeals.has(actor.role)
        ? { topic, ...(ref === null ? {} : { id: ref }) }
        : undefined;
    case 'admin':
      return actor.role === 'admin' || actor.role === 'ops' ? { topic } : undefined;
    default:
      return undefined;
  }
}
