import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id, instant, role, written } from './primitives.ts';

export const session = z.object({
  person: z.object({ id, name: z.string(), email: z.string(), role }),
  departments: z.array(z.object({ key: z.string(), name: z.string(), lead: z.boolean() })),
  organisation: z.string(),
  /** True where the development mail page exists. */
  devMail: z.boolean(),
});
export type Session = z.infer<typeof session>;

/** Somebody of the demo company, whom the sign-in page offers. */
export const demoPerson = z.object({
  name: z.string(),
  email: z.string(),
  role,
  departments: z.array(z.string()),
});
export type DemoPerson = z.infer<typeof demoPerson>;

/** Every character counts, and one that may be set can also sign in. */
export const longestPassword = 200;
/** A password that somebody sets; whether it is hard to guess the api says. */
export const newPassword = z.string().min(10).max(longestPassword);
const givenPassword = z.string().min(1).max(longestPassword);

export const sessionContract = {
  get: oc.route({ method: 'GET', path: '/session', tags: ['Session'] }).output(session),
  signIn: oc
    .route({ method: 'POST', path: '/session', tags: ['Session'] })
    .input(z.object({ email: z.email(), password: givenPassword }))
    .output(session),
  /** Empty, except in a demo installation. */
  demoPeople: oc
    .route({ method: 'GET', path: '/session/demo', tags: ['Session'] })
    .output(z.object({ items: z.array(demoPerson) })),
  /** Signs somebody of the demo company in; 404 except in a demo installation. */
  demoSignIn: oc
    .route({ method: 'POST', path: '/session/demo', tags: ['Session'] })
    .input(z.object({ email: z.email() }))
    .output(session),
  /** By the current password; all other sessions of the person end. */
  changePassword: oc
    .route({ method: 'POST', path: '/session/password', tags: ['Session'] })
    .input(z.object({ currentPassword: givenPassword, password: newPassword }))
    .output(written),
  /** By the link that an admin has sent: its token, once. All sessions of the person end. */
  resetPassword: oc
    .route({ method: 'POST', path: '/session/reset', tags: ['Session'] })
    .input(z.object({ token: z.string().min(1).max(200), password: newPassword }))
    .output(written),
  signOut: oc
    .route({ method: 'DELETE', path: '/session', tags: ['Session'] })
    .output(z.object({ ok: z.literal(true) })),
};

const outboxKinds = ['mail', 'mailResult', 'webhook', 'webhookResult', 'start', 'signal'] as const;

const setAsideRow = z.object({
  kind: z.enum(outboxKinds),
  ref: z.string(),
  /** 'A mail', 'The start of a deal' … */
  what: z.string(),
  deal: z.object({ id, name: z.string() }).nullable(),
  cause: z.string(),
  since: instant,
  attempts: z.number(),
  /** When it is tried again by itself; null: its deal has an incident that asks for a decision. */
  nextAt: instant.nullable(),
  remedy: z.string(),
});
export type SetAsideRow = z.infer<typeof setAsideRow>;

export const statusContract = {
  health: oc
    .route({ method: 'GET', path: '/health', tags: ['Status'] })
    .output(z.object({ ok: z.boolean() })),
  /** What runs: each part with its state, for the status page of an admin. */
  status: oc.route({ method: 'GET', path: '/status', tags: ['Status'] }).output(
    z.object({
      version: z.string(),
      parts: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
      openDeals: z.number(),
      openIncidents: z.number(),
      /** Rows of the outboxes that could not be worked on, those set aside longest first; at most 100. */
      setAside: z.array(setAsideRow),
      mail: z.object({ waiting: z.number(), unconfirmed: z.number() }),
      at: instant,
    }),
  ),
  /** Tries a row that is set aside now, instead of at its time. */
  retry: oc
    .route({ method: 'POST', path: '/status/set-aside', tags: ['Status'] })
    .input(z.object({ kind: z.enum(outboxKinds), ref: z.string().min(1).max(400) }))
    .output(written),
};
