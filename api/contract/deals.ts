import { oc } from '@orpc/contract';
import { z } from 'zod';
import { drawingSchema } from '#core/drawing/drawing.ts';
import { dealCard, dealDetail, incidentChoice, mailDecisions, timelineItem } from './deal.ts';
import {
  drawnId,
  fieldValues,
  id,
  instant,
  knownZone,
  page,
  pageInput,
  personRef,
  written,
} from './primitives.ts';

export const board = z.object({
  process: z.object({ key: z.string(), name: z.string() }),
  openDeals: z.number(),
  sumMinor: z.number(),
  weightedMinor: z.number(),
  currency: z.string(),
  columns: z.array(
    z.object({
      stage: z.string(),
      name: z.string(),
      deals: z.number(),
      sumMinor: z.number(),
      weightedMinor: z.number(),
      overdue: z.number(),
      deadline: z.string().nullable(),
      probability: z.number(),
      cards: z.array(dealCard),
      next: z.string().nullable(),
    }),
  ),
  figures: z.object({
    overdue: z.number(),
    dueToday: z.number(),
    withoutOwner: z.number(),
    withoutNext: z.number(),
  }),
});

export type DealDetail = z.infer<typeof dealDetail>;
export type DealCard = z.infer<typeof dealCard>;
export type Board = z.infer<typeof board>;

const dealId = id;
/** A clock as the person saw it: in a later cycle its time is another one. */
const dealClockRef = z.object({ dealId, clock: z.string().max(200), cycle: z.number().int() });
/** Which round of which step of a deal is meant. */
const occurrence = {
  dealId,
  step: drawnId,
  stage: drawnId,
  visit: z.number().int(),
  round: z.number().int(),
};
const listFilter = {
  process: drawnId,
  q: z.string().max(80).optional(),
  /** `nobody`: deals whose owner has left, or that have none. */
  owner: z.union([id, z.literal('nobody')]).optional(),
  due: z.enum(['overdue', 'today']).optional(),
  /** Whose day `today` is; the process calendar's when none is given. */
  zone: knownZone.optional(),
};

export const dealsContract = {
  board: oc
    .route({ method: 'GET', path: '/board', tags: ['Deals'] })
    .input(z.object(listFilter))
    .output(board),
  /** More cards of one column. */
  list: oc
    .route({ method: 'GET', path: '/deals', tags: ['Deals'] })
    .input(
      z.object({
        ...listFilter,
        stage: drawnId.optional(),
        state: z.enum(['open', 'won', 'lost', 'finished']).default('open'),
        ...pageInput,
      }),
    )
    .output(page(dealCard)),
  create: oc
    .route({ method: 'POST', path: '/deals', tags: ['Deals'], successStatus: 201 })
    .input(
      z.object({
        process: drawnId,
        title: z.string().min(1).max(120),
        contact: z.object({
          name: z.string().min(1).max(120),
          email: z.email().max(200).optional(),
          phone: z.string().max(40).optional(),
          company: z.string().max(120).optional(),
        }),
        valueMinor: z
          .number()
          .int()
          .min(0)
          .max(9e15)
          .optional()
          .describe(
            'In minor units of the currency of the process: 1250 is 12.50 EUR or 1250 JPY.',
          ),
        source: z.string().min(1).max(60),
        owner: id.optional(),
        fields: fieldValues.default({}),
      }),
    )
    .output(z.object({ id, number: z.string(), version: z.number() })),
  /** Intake form of the live version: which fields are asked. */
  intake: oc
    .route({ method: 'GET', path: '/processes/{key}/intake', tags: ['Deals'] })
    .input(z.object({ key: drawnId }))
    .output(
      z.object({
        version: z.number(),
        name: z.string(),
        currency: z.string(),
        sources: z.array(z.string()),
        fields: drawingSchema.shape.fields,
        owners: z.array(personRef),
      }),
    ),
  get: oc
    .route({ method: 'GET', path: '/deals/{dealId}', tags: ['Deals'] })
    .input(z.object({ dealId }))
    .output(dealDetail),
  timeline: oc
    .route({ method: 'GET', path: '/deals/{dealId}/timeline', tags: ['Deals'] })
    .input(z.object({ dealId, ...pageInput }))
    .output(page(timelineItem)),
  /** 409 `stale` when the deal is elsewhere; 422 `gate-unmet` with every unmet item. */
  move: oc
    .route({ method: 'POST', path: '/deals/{dealId}/move', tags: ['Deals'] })
    .input(
      z.object({
        dealId,
        stage: drawnId,
        visit: z.number().int(),
        exit: drawnId,
        reasons: z.array(drawnId).max(10).default([]),
        note: z.string().max(2000).optional(),
        override: z.object({ reason: z.string().min(3).max(500) }).optional(),
        /** For a way back: more steps to do again than it lists (E12). */
        redo: z.array(drawnId).max(60).optional(),
      }),
    )
    .output(z.object({ ok: z.literal(true), stage: z.string(), state: z.string() })),
  setFields: oc
    .route({ method: 'PATCH', path: '/deals/{dealId}/fields', tags: ['Deals'] })
    .input(z.object({ dealId, revision: z.number().int(), values: fieldValues }))
    .output(z.object({ ok: z.literal(true), revision: z.number() })),
  /** `from` is the owner that was seen: 409 `stale` when it is neither that one nor the one that is asked for. */
  setOwner: oc
    .route({ method: 'POST', path: '/deals/{dealId}/owner', tags: ['Deals'] })
    .input(z.object({ dealId, owner: id, from: id.nullable() }))
    .output(written),
  /** An external event, such as a customer's answer; waits for it end (E17). */
  event: oc
    .route({ method: 'POST', path: '/deals/{dealId}/events', tags: ['Deals'] })
    .input(z.object({ dealId, name: z.string().min(1).max(40) }))
    .output(written),
  endWait: oc
    .route({ method: 'POST', path: '/deals/{dealId}/waits/{step}/end', tags: ['Deals'] })
    .input(
      z.object({
        ...occurrence,
        port: drawnId,
        reason: z.string().min(3).max(500),
      }),
    )
    .output(written),
  resolveIncident: oc
    .route({ method: 'POST', path: '/deals/{dealId}/incidents/{incident}', tags: ['Deals'] })
    .input(
      z.object({
        dealId,
        incident: drawnId,
        choice: incidentChoice,
        reason: z.string().max(500).optional(),
        /** Of the outcome, when the choice is `lost`. */
        reasons: z.array(drawnId).max(10).optional(),
      }),
    )
    .output(written),
  /** What became of a mail that was handed over and never answered: `attempt` is the one that was seen. */
  decideMail: oc
    .route({ method: 'POST', path: '/deals/{dealId}/mails/{mail}', tags: ['Deals'] })
    .input(
      z.object({ dealId, mail: id, attempt: z.number().int(), decision: z.enum(mailDecisions) }),
    )
    .output(written),
  /** Another item for a step that is done for several (E8). */
  addItem: oc
    .route({ method: 'POST', path: '/deals/{dealId}/steps/{step}/items', tags: ['Deals'] })
    .input(
      z.object({
        ...occurrence,
        item: z.string().min(1).max(40),
      }),
    )
    .output(written),
  /** Takes note that something is late: higher levels wait for four business hours, once (E31). */
  acknowledge: oc
    .route({ method: 'POST', path: '/deals/{dealId}/clocks/acknowledge', tags: ['Deals'] })
    .input(dealClockRef)
    .output(written),
  /** Takes that note back: the next levels are due again (E31). */
  takeBackNote: oc
    .route({ method: 'POST', path: '/deals/{dealId}/clocks/take-back-note', tags: ['Deals'] })
    .input(dealClockRef)
    .output(written),
  /**
   * Freezes the deal until an instant, at most 180 days ahead (E19). `heldUntil` is the hold that was seen, null
   * for none: 409 `stale` when there is another by now.
   */
  hold: oc
    .route({ method: 'POST', path: '/deals/{dealId}/hold', tags: ['Deals'] })
    .input(
      z.object({
        dealId,
        until: instant,
        reason: z.string().min(3).max(500),
        heldUntil: instant.nullable(),
      }),
    )
    .output(written),
  resume: oc
    .route({ method: 'POST', path: '/deals/{dealId}/resume', tags: ['Deals'] })
    .input(z.object({ dealId, heldUntil: instant.nullable() }))
    .output(written),
  /** "Continue" after going back: the deal may move on by itself again (E12). */
  arm: oc
    .route({ method: 'POST', path: '/deals/{dealId}/continue', tags: ['Deals'] })
    .input(z.object({ dealId, stage: drawnId, visit: z.number().int() }))
    .output(written),
  /** A closed deal begins again on the newest version, at one of its stages (E16). */
  reopen: oc
    .route({ method: 'POST', path: '/deals/{dealId}/reopen', tags: ['Deals'] })
    .input(z.object({ dealId, stage: drawnId, reason: z.string().min(3).max(500) }))
    .output(written),
};
