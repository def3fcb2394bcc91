import type { Environment } from '../environment.ts';
import { keptSecret, type StateFolder } from '../state-folder.ts';
import type { MailSettings } from './servers.ts';

/** The address at which the api answers on this very machine. */
export function ownUrl({ HOST, PORT }: Environment): string {
  if (HOST === '0.0.0.0' || HOST === '::') return `http://127.0.0.1:${PORT}`;
  return `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`;
}

/** The address that people open. */
export const publicUrl = (env: Environment): string => env.PUBLIC_URL ?? ownUrl(env);

/**
 * Whether the sign-in page may offer the demo people: the database is our own, nothing says that the product is served
 * to others, and the api listens to this machine alone.
 */
function isOwnDemo({ DATABASE_URL, PUBLIC_URL, HOST }: Environment): boolean {
  const isOwn = DATABASE_URL === undefined && PUBLIC_URL === undefined;
  return isOwn && ['127.0.0.1', 'localhost', '::1'].includes(HOST);
}

/** What api, worker and seed are started with: every variable has its value. */
export function productEnvironment(
  env: Environment,
  state: StateFolder,
  databaseUrl: string,
  temporalAddress: string,
  mail: MailSettings,
): NodeJS.ProcessEnv & { DATABASE_URL: string } {
  return {
    ...process.env,
    ...mail,
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: env.TEMPORAL_NAMESPACE,
    TASK_QUEUE: env.TASK_QUEUE,
    PUBLIC_URL: publicUrl(env),
    HOST: env.HOST,
    PORT: String(env.PORT),
    TRUSTED_PROXIES: env.TRUSTED_PROXIES,
    SESSION_SECRET: env.SESSION_SECRET ?? keptSecret(state, 'session-secret'),
    WEBHOOK_SECRET: env.WEBHOOK_SECRET ?? keptSecret(state, 'webhook-secret'),
    WEBHOOK_ALLOW_PRIVATE: env.WEBHOOK_ALLOW_PRIVATE,
    DEMO_LOGINS: isOwnDemo(env) ? '1' : '0',
    FILES_DIR: env.FILES_DIR ?? state.files,
    STAGEWRIGHT_HOME: state.home,
    LOG_LEVEL: env.LOG_LEVEL,
  };
}
