import type { Session } from '../contract/session.ts';
import type { RequestContext } from '../edge/request-context.ts';
import { sessionOf } from '../queries/get-session.ts';
import { announce } from './changes.ts';

/** Opens a session; a session that the browser had before ends. */
export async function signIn(
  context: RequestContext,
  { email, password }: { email: string; password: string },
): Promise<Session> {
  const { sessions } = context.services;
  const { actor, cookies } = await sessions.signIn(email, password);
  if (context.actor) await endEarlier(context);
  context.actor = actor;
  context.setCookies = cookies;
  return sessionOf(context, actor);
}

async function endEarlier({ services, cookie, actor }: RequestContext): Promise<void> {
  await services.sessions.signOut(cookie);
  await announce(services.database, [['session', actor?.id]]);
}

/** Ends the session of the browser and its live streams; without one there is nothing to do. */
export async function signOut(context: RequestContext): Promise<{ ok: true }> {
  const { database, sessions } = context.services;
  context.setCookies = await sessions.signOut(context.cookie);
  await announce(database, [['session', context.actor?.id]]);
  return { ok: true };
}
