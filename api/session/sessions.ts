import { APIError } from 'better-auth/api';
import type { Database } from '#prisma/client.ts';
import { AppError } from '../problem/app-error.ts';
import { findActor, type Actor } from './actor.ts';
import { absoluteSeconds, cookieName, type Auth } from './auth.ts';
import { sessionHash } from './session-storage.ts';

/** `cookies`: Set-Cookie lines of ours; those of better-auth's other cookies are left out. */
interface Signed {
  actor: Actor;
  cookies: string[];
}

export interface Sessions {
  /** @throws AppError `wrong-credentials`, the same for an unknown, a deactivated and a wrong one. */
  signIn(email: string, password: string): Promise<Signed>;
  /** The person behind a cookie; `refresh: false` looks without moving the idle time. */
  resolve(cookie: string | undefined, options?: { refresh: boolean }): Promise<Signed | null>;
  /** Under which hash the session behind a cookie is kept; undefined without one. */
  hashOf(cookie: string | undefined): Promise<string | undefined>;
  /** Ends the session; answers the cookies that remove it from the browser. */
  signOut(cookie: string | undefined): Promise<string[]>;
}

function ownCookies(headers: Headers): string[] {
  return headers.getSetCookie().filter((line) => line.startsWith(`${cookieName}=`));
}

function wrongCredentials(): AppError {
  const detail = 'No active person has this e-mail and password. Check both and try again.';
  return new AppError('wrong-credentials', detail);
}

function isRefusal(error: unknown): boolean {
  return error instanceof APIError && error.statusCode >= 400 && error.statusCode < 500;
}

function asHeaders(cookie: string | undefined): Headers {
  return new Headers(cookie === undefined ? {} : { cookie });
}

export function createSessions(auth: Auth, database: Database): Sessions {
  async function signOut(cookie: string | undefined): Promise<string[]> {
    const answer = await auth.api.signOut({ headers: asHeaders(cookie), returnHeaders: true });
    return ownCookies(answer.headers);
  }

  async function signIn(email: string, password: string): Promise<Signed> {
    const answer = await auth.api
      .signInEmail({ body: { email, password }, returnHeaders: true })
      .catch((error: unknown) => {
        throw isRefusal(error) ? wrongCredentials() : error;
      });
    const cookies = ownCookies(answer.headers);
    const actor = await findActor(database, answer.response.user.id);
    if (actor) return { actor, cookies };
    await signOut(cookies[0]?.split(';')[0]);
    throw wrongCredentials();
  }

  async function resolve(cookie: string | undefined, { refresh } = { refresh: true }) {
    if (!cookie?.includes(`${cookieName}=`)) return null;
    const query = refresh ? {} : { disableRefresh: true };
    const answer = await auth.api.getSession({
      headers: asHeaders(cookie),
      query,
      returnHeaders: true,
    });
    const found = answer.response;
    if (!found) return null;
    if (Date.now() - found.session.createdAt.getTime() >= absoluteSeconds * 1000) {
      await signOut(cookie);
      return null;
    }
    const actor = await findActor(database, found.user.id);
    return actor && { actor, cookies: ownCookies(answer.headers) };
  }

  async function hashOf(cookie: string | undefined) {
    const query = { disableRefresh: true };
    const found = await auth.api.getSession({ headers: asHeaders(cookie), query });
    return found ? sessionHash(found.session.token) : undefined;
  }

  return { signIn, resolve, hashOf, signOut };
}
