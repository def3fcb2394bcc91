import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import type { Database } from '#prisma/client.ts';
import { longestPassword } from '../contract/session.ts';
import { createSessionStorage } from './session-storage.ts';

export const cookieName = '__Host-stagewright';
/** A session ends after half an hour without a request… */
export const idleSeconds = 30 * 60;
/** …and after twelve hours in any case. */
export const absoluteSeconds = 12 * 60 * 60;
const REFRESH_AFTER_SECONDS = 60;

interface AuthOptions {
  database: Database;
  secret: string;
  publicUrl: string;
}

/**
 * Sign-in by e-mail and password. None of better-auth's own routes is served: the api calls it, so
 * there is no way to sign up, and every request passes the api's own checks.
 */
export function createAuth({ database, secret, publicUrl }: AuthOptions) {
  return betterAuth({
    baseURL: publicUrl,
    secret,
    database: prismaAdapter(database, { provider: 'postgresql' }),
    secondaryStorage: createSessionStorage(database, secret),
    emailAndPassword: { enabled: true, disableSignUp: true, maxPasswordLength: longestPassword },
    user: { modelName: 'person' },
    session: { expiresIn: idleSeconds, updateAge: REFRESH_AFTER_SECONDS },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      useSecureCookies: false, // would put __Secure- before the name; the attributes say Secure
      cookies: {
        session_token: {
          name: cookieName,
          attributes: { httpOnly: true, secure: true, sameSite: 'lax', path: '/' },
        },
      },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;
