import { z } from 'zod';
import { id, instant, personRef, zone } from './primitives.ts';

/** Which occurrence of a step is meant, as the commands ask for it. */
const occurrence = {
  stage: z.string(),
  step: z.string(),
  visit: z.number(),
  round: z.number(),
};
const where = z.enum(['stage', 'rail', 'carried']);

/** Everybody's word on an approval (E3). */
export const approvalParts = z.object({
  /** How many approvals it takes, and how many there are. */
  need: z.number(),
  approved: z.number(),
  parts: z.array(
    z.object({
      item: z.string(),
      /** Whose part it is: 'Anna Sikora', 'Technicians', 'manager'. */
      who: z.string(),
      state: z.enum(['open', 'approved', 'rejected', 'cancelled']),
      by: personRef.nullable(),
      at: instant.nullable(),
      note: z.string().nullable(),
      taskId: id,
      dueAt: instant.nullable(),
      dueZone: zone,
    }),
  ),
});

/** An approval under way or decided, with each approver's part (E3). */
export const dealApproval = approvalParts.extend({
  ...occurrence,
  where,
  title: z.string(),
  status: z.string(),
  /** The fields that it is given on. */
  facts: z.array(z.object({ label: z.string(), text: z.string() })),
});

/** A step that is done for several items (E8). */
export const dealEach = z.object({
  ...occurrence,
  where,
  title: z.string(),
  need: z.number(),
  passed: z.number(),
  /** It has ended; what is open of it counts no more. */
  ended: z.boolean(),
  items: z.array(
    z.object({
      item: z.string(),
      name: z.string(),
      state: z.enum(['open', 'ended', 'cancelled']),
      outcome: z.string().nullable(),
      taskId: id.nullable(),
    }),
  ),
  /** Items that may be added now. */
  mayAdd: z.array(z.object({ id: z.string(), label: z.string() })),
});

/** Work that an earlier stage left under way (E11). */
export const dealCarried = z.object({
  ...occurrence,
  title: z.string(),
  stageName: z.string(),
  status: z.string(),
  /** Name of the stage that it must be done by; of won when none is drawn. */
  until: z.string(),
});

/** What runs beside the stages. */
export const dealRail = z.object({
  rail: z.string(),
  name: z.string(),
  since: instant,
  steps: z.array(z.object({ step: z.string(), name: z.string(), status: z.string() })),
});

/** A clock of the process as a whole, or any that is late and nobody has taken note of yet. */
export const dealClock = z.object({
  clock: z.string(),
  cycle: z.number(),
  kind: z.enum(['stage', 'task', 'process']),
  name: z.string(),
  startedAt: instant,
  dueAt: instant,
  dueZone: zone,
  state: z.enum(['running', 'paused', 'breached']),
  pauses: z.array(z.string()),
  /** Who took note of it, and until when its next levels wait; null when nobody did, or it was taken back. */
  note: z.object({ by: z.string().nullable(), at: instant, until: instant.nullable() }).nullable(),
  /** Its note was taken back: nobody can take another (E31). */
  noteTakenBack: z.boolean(),
});

/** Another deal that started this one, or that this one started. */
const linkedDeal = z.object({
  id,
  number: z.string(),
  title: z.string(),
  process: z.string(),
  state: z.string(),
});
export const linkedDeals = z.object({
  parent: linkedDeal.nullable(),
  children: z.array(linkedDeal),
  /** Name of the process that the deal was in before. */
  continuedFrom: z.string().nullable(),
});

/** A call of another system: how it goes, never what was sent. */
export const dealWebhook = z.object({
  id,
  title: z.string(),
  /** Host that is called; null when the version has no such webhook any more. */
  host: z.string().nullable(),
  state: z.enum(['planned', 'claimed', 'delivered', 'failed']),
  attempts: z.number(),
  /** Status of the last answer; null when there was none. */
  status: z.number().nullable(),
  /** Why it was not delivered, or not yet: a finished sentence. */
  why: z.string().nullable(),
  /** When it was asked for, or over. */
  at: instant,
  /** When it is tried again. */
  nextAt: instant.nullable(),
});

export const dealHold = z.object({
  until: instant.nullable(),
  reason: z.string().nullable(),
  by: personRef.nullable(),
  /** Its whole process stands. */
  process: z.boolean(),
});
