import type { Actor } from '../session/actor.ts';
import type { Services } from './services.ts';

/** What a handler knows about the request it answers. */
export interface RequestContext {
  services: Services;
  /** Null for a request without a session; routes that need one have refused it before. */
  actor: Actor | null;
  /** Of the session, the person's browser and nothing else. */
  cookie: string | undefined;
  ip: string;
  idempotencyKey: string | undefined;
  /** Set-Cookie lines for the answer. */
  setCookies: string[];
  /** The input as it was sent, for naming what the schema does not know. */
  sent?: unknown;
  /** `tasks.complete`, once the route is known. */
  route?: string;
  /** Whom the act was about, where what was sent does not say it. */
  subject?: { kind: string; id: string };
  /** What the handler threw, before it was wrapped. */
  failure?: unknown;
}

/** A context whose route requires a session. */
export interface SignedInContext extends RequestContext {
  actor: Actor;
}
