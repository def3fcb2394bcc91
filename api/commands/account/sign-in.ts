import type { Session } from '../../contract/session.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { sessionOf } from '../../queries/account/get-session.ts';
import { demoPeople } from '#prisma/demo-people.ts';
import { notFound } from '../../problem/app-error.ts';
import { listDemoPeople } from '../../queries/people/list-demo-people.ts';
import { announce } from '../running/changes.ts';

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

/**
 * Signs somebody of the demo company in by their demo password, which the browser need not know; who has changed it
 * signs in with it.
 * @throws AppError `not-found` except in a demo installation
 */
export async function signInDemo(
  context: RequestContext,
  { email }: { email: string },
): Promise<Session> {
  const { items } = await listDemoPeople(context);
  const password = demoPeople.find((person) => person.email === email)?.password;
  if (password === undefined || !items.some((person) => person.email === email))
    throw notFound('demo person', email);
  return signIn(context, { email, password });
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
