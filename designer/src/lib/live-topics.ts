import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { z } from 'zod';
import { orpc } from './api-client.ts';

/**
 * A change told by the api. `id` is the deal for `deal`; for `task` the department or a person who
 * has or had it, for `board` and `process` the process, so that the api can choose who is told.
 */
const liveEvent = z.object({ topic: z.string(), id: z.string().optional() });
export type LiveEvent = z.infer<typeof liveEvent>;

export function parseLiveEvent(data: string): LiveEvent | undefined {
  try {
    return liveEvent.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}

const boardKeys = (): QueryKey[] => [orpc.deals.board.key(), orpc.deals.list.key()];

function dealKeys(dealId: string | undefined): QueryKey[] {
  if (dealId === undefined) return [orpc.deals.key()];
  const one = { input: { dealId } };
  return [...boardKeys(), orpc.deals.get.key(one), orpc.deals.timeline.key(one)];
}

/** The query keys that an event makes stale; all of them for a topic that is not known here. */
export function staleKeys({ topic, id }: LiveEvent): QueryKey[] {
  switch (topic) {
    case 'deal':
      return dealKeys(id);
    case 'board':
      return boardKeys();
    case 'task':
      return [orpc.tasks.key()];
    case 'notification':
      return [orpc.notifications.key()];
    case 'process':
      return [orpc.processes.key(), orpc.deals.intake.key()];
    case 'admin':
      return [
        orpc.admin.key(),
        orpc.absences.key(),
        orpc.processes.directory.key(),
        orpc.session.key(),
      ];
    case 'mail':
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
