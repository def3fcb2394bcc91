import type { Session } from '../contract/session.ts';
import type { RequestContext } from '../edge/request-context.ts';
import { sessionOf } from '../queries/get-session.ts';

/** Opens a session; a session that the browser had before ends. */
export async function signIn(
  context: RequestContext,
  { email, password }: { email: string; password: string },
): Promise<Session> {
  const { sessions } = context.services;
  const { actor, cookies } = await sessions.signIn(email, password);
  if (context.actor) await sessions.signOut(context.cookie);
  context.actor = actor;
  context.setCookies = cookies;
  return sessionOf(context, actor);
}

/** Ends the session of the browser; without one there is nothing to do. */
export async function signOut(context: RequestContext): Promise<{ ok: true }> {
  context.setCookies = await context.services.sessions.signOut(context.cookie);
  return { ok: true };
}
