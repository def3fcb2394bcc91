import { useQuery, type QueryClient } from '@tanstack/react-query';
import type { Session } from '#api/contract/session.ts';
import { api, orpc } from './api-client.ts';
import { isProblem } from './problem.ts';

export type { Session } from '#api/contract/session.ts';

export const sessionQuery = orpc.session.get.queryOptions({
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

/** The session, or undefined when nobody is signed in; other failures are thrown. */
export async function loadSession(client: QueryClient): Promise<Session | undefined> {
  try {
    return await client.ensureQueryData(sessionQuery);
  } catch (error) {
    if (isProblem(error) && error.problem.status === 401) return undefined;
    throw error;
  }
}

/** After signing in: what the api answered becomes the session; nothing of another one stays. */
export function enterSession(client: QueryClient, session: Session): void {
  client.clear();
  client.setQueryData(sessionQuery.queryKey, session);
}

/** Ends the session at the api. What is cached goes when the shell is left: `client.clear()`. */
export async function leaveSession(): Promise<void> {
  await api.session.signOut();
}

/** Who is signed in. Only for parts inside the shell, where there is always a session. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (data === undefined) throw new Error('useSession is used outside the shell');
  return data;
}
