import { oc } from '@orpc/contract';
import { z } from 'zod';
import { drawingSchema } from '#core/drawing/drawing.ts';
import { processKey as key } from '#core/drawing/process-file.ts';
import { fieldTypes } from '#core/drawing/field.ts';
import { instant, personRef } from './primitives.ts';

export const processListItem = z.object({
  key,
  name: z.string(),
  liveVersion: z.number().nullable(),
  publishedAt: instant.nullable(),
  draftRevision: z.number(),
  draftAt: instant,
  draftBy: personRef.nullable(),
  /** True when the draft differs from the live version. */
  changed: z.boolean(),
  openDeals: z.number(),
  overdueDeals: z.number(),
  /** It is paused: nothing runs on it until it is resumed (E19). */
  stands: z.boolean(),
  stages: z.array(z.object({ id: z.string(), name: z.string(), deals: z.number() })),
});

export const processDraft = z.object({
  key,
  name: z.string(),
  drawing: drawingSchema,
  revision: z.number(),
  savedAt: instant,
  savedBy: personRef.nullable(),
  liveVersion: z.number().nullable(),
  openDeals: z.number(),
  /** Live figures by stage id, of deals on any version. */
  stages: z.record(z.string(), z.object({ deals: z.number(), overdue: z.number() })),
});

export const versionSummary = z.object({
  number: z.number(),
  checksum: z.string(),
  note: z.string(),
  author: personRef.nullable(),
  publishedAt: instant,
  openDeals: z.number(),
});

export const directory = z.object({
  departments: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      members: z.number(),
      owners: z.number(),
      lead: z.string().nullable(),
      calendar: z.string().nullable(),
    }),
  ),
  people: z.array(
    z.object({ id: z.string(), name: z.string(), active: z.boolean(), role: z.string() }),
  ),
  calendars: z.array(z.object({ key: z.string(), name: z.string(), workingTime: z.boolean() })),
  processes: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      live: z.boolean(),
      /** What the live version starts without a wait or a person. */
      starts: z
        .object({
          starts: z.array(z.object({ process: z.string(), after: z.array(z.string()) })),
          ends: z.array(z.string()).optional(),
        })
        .optional(),
      stages: z.array(z.object({ id: z.string(), name: z.string() })),
      fields: z.array(
        z.object({
          id: z.string(),
          label: z.string(),
          type: z.enum(fieldTypes),
          personal: z.boolean(),
        }),
      ),
    }),
  ),
});

export const processesContract = {
  list: oc
    .route({ method: 'GET', path: '/processes', tags: ['Processes'] })
    .output(z.object({ items: z.array(processListItem) })),
  create: oc
    .route({ method: 'POST', path: '/processes', tags: ['Processes'] })
    .input(z.object({ key, name: z.string().min(1).max(80) }))
    .output(processDraft),
  get: oc
    .route({ method: 'GET', path: '/processes/{key}', tags: ['Processes'] })
    .input(z.object({ key }))
    .output(processDraft),
  /** 409 `draft-changed` with the current draft when `revision` is not the latest. */
  saveDraft: oc
    .route({ method: 'PUT', path: '/processes/{key}/draft', tags: ['Processes'] })
    .input(z.object({ key, revision: z.number().int(), drawing: drawingSchema }))
    .output(z.object({ revision: z.number(), savedAt: instant })),
  /**
   * What publishing the draft would mean for open deals: sentences, then changes. `confirm` names steps
   * that mail, call or start a process as soon as their stage begins, and did not in the live version.
   */
  impact: oc
    .route({ method: 'GET', path: '/processes/{key}/impact', tags: ['Processes'] })
    .input(z.object({ key }))
    .output(
      z.object({
        nextVersion: z.number(),
        sentences: z.array(z.string()),
        changes: z.array(z.string()),
        confirm: z.array(z.object({ step: z.string(), sentence: z.string() })),
      }),
    ),
  /**
   * 422 `not-publishable` with every problem as an error, `not-confirmed` while `confirmed` lacks a step
   * (`stage.step`) that the impact asks for.
   */
  publish: oc
    .route({ method: 'POST', path: '/processes/{key}/versions', tags: ['Processes'] })
    .input(
      z.object({
        key,
        revision: z.number().int(),
        note: z.string().max(500).default(''),
        confirmed: z.array(z.string().max(100)).max(1000).default([]),
      }),
    )
    .output(versionSummary),
  versions: oc
    .route({ method: 'GET', path: '/processes/{key}/versions', tags: ['Processes'] })
    .input(z.object({ key }))
    .output(z.object({ items: z.array(versionSummary) })),
  version: oc
    .route({ method: 'GET', path: '/processes/{key}/versions/{number}', tags: ['Processes'] })
    .input(z.object({ key, number: z.coerce.number().int() }))
    .output(versionSummary.extend({ drawing: drawingSchema })),
  /** Copies a version into the draft; publishing it then is the rollback. */
  restore: oc
    .route({
      method: 'POST',
      path: '/processes/{key}/versions/{number}/restore',
      tags: ['Processes'],
    })
    .input(z.object({ key, number: z.coerce.number().int(), revision: z.number().int() }))
    .output(z.object({ revision: z.number(), savedAt: instant })),
  /** What a drawing may refer to; the second argument of `validate`. */
  directory: oc.route({ method: 'GET', path: '/directory', tags: ['Processes'] }).output(directory),
  /** The whole process stands (E19): `deals` is how many open deals are told. */
  pause: oc
    .route({ method: 'POST', path: '/processes/{key}/pause', tags: ['Processes'] })
    .input(z.object({ key }))
    .output(z.object({ ok: z.literal(true), deals: z.number() })),
  resume: oc
    .route({ method: 'POST', path: '/processes/{key}/resume', tags: ['Processes'] })
    .input(z.object({ key }))
    .output(z.object({ ok: z.literal(true), deals: z.number() })),
};
