import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { z } from 'zod';
import { orpc } from './api-client.ts';

/** A change told by the api: what kind of thing, and which one where it matters. */
const liveEvent = z.object({ topic: z.string(), id: z.string().optional() });
export type LiveEvent = z.infer<typeof liveEvent>;

export function parseLiveEvent(data: string): LiveEvent | undefined {
  try {
    return liveEvent.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}

function dealKeys(id: string | undefined): QueryKey[] {
  if (id === undefined) return [orpc.deals.key()];
  const one = { input: { dealId: id } };
  const lists = [orpc.deals.board.key(), orpc.deals.list.key()];
  return [...lists, orpc.deals.get.key(one), orpc.deals.timeline.key(one)];
}

function taskKeys(id: string | undefined): QueryKey[] {
  if (id === undefined) return [orpc.tasks.key()];
  const one = orpc.tasks.get.key({ input: { taskId: id } });
  return [orpc.tasks.list.key(), orpc.tasks.counts.key(), one];
}

/** The query keys that an event makes stale; all of them for a topic that is not known here. */
export function staleKeys({ topic, id }: LiveEvent): QueryKey[] {
  switch (topic) {
    case 'deal':
    case 'deals':
    case 'board':
      return dealKeys(id);
    case 'task':
    case 'tasks':
    case 'inbox':
      return taskKeys(id);
    case 'notification':
    case 'notifications':
      return [orpc.notifications.key()];
    case 'process':
    case 'processes':
      return [orpc.processes.key()];
    case 'admin':
      return [orpc.admin.key(), orpc.processes.directory.key()];
    case 'mail':
    case 'devMail':
      return [orpc.devMail.key()];
    default:
      return [[]];
  }
}

/** Marks what the events concern as stale; what is on screen is fetched again. */
export async function applyLiveEvents(client: QueryClient, events: LiveEvent[]): Promise<void> {
  const keys = new Map(events.flatMap(staleKeys).map((key) => [JSON.stringify(key), key]));
  await Promise.all([...keys.values()].map((queryKey) => client.invalidateQueries({ queryKey })));
}
