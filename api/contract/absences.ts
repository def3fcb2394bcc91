import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id, instant, personRef, written } from './primitives.ts';

const mode = z.enum(['active', 'standby']);

const absence = z.object({
  id,
  person: personRef,
  from: instant,
  /** The first instant at which the person is back. */
  to: instant,
  substitute: personRef.nullable(),
  /** `active`: new work goes to the substitute; `standby`: they may take it. */
  mode,
  /** The substitute may decide approvals in the person's place. */
  delegateAuthority: z.boolean(),
  note: z.string().nullable(),
  revision: z.number(),
});
const absenceInput = {
  from: instant,
  to: instant,
  substitute: id.nullable().default(null),
  mode: mode.default('active'),
  delegateAuthority: z.boolean().default(false),
  note: z.string().max(200).nullable().default(null),
};

export const absencesContract = {
  /** Who may be named: as who is away, and as who stands in. */
  people: oc
    .route({ method: 'GET', path: '/absences/people', tags: ['Absences'] })
    .output(z.object({ items: z.array(personRef) })),
  list: oc
    .route({ method: 'GET', path: '/absences', tags: ['Absences'] })
    .output(z.object({ items: z.array(absence) })),
  create: oc
    .route({ method: 'POST', path: '/absences', tags: ['Absences'], successStatus: 201 })
    .input(z.object({ person: id, ...absenceInput }))
    .output(absence),
  update: oc
    .route({ method: 'PUT', path: '/absences/{id}', tags: ['Absences'] })
    .input(z.object({ id, revision: z.number().int(), ...absenceInput }))
    .output(absence),
  remove: oc
    .route({ method: 'POST', path: '/absences/{id}/remove', tags: ['Absences'] })
    .input(z.object({ id, revision: z.number().int() }))
    .output(written),
};
