import { oc } from '@orpc/contract';
import { z } from 'zod';
import { calendarSchema } from '#core/time/calendar-schema.ts';
import { id, instant, personRef, role } from './primitives.ts';
import { newPassword } from './session.ts';

/** The last link with which a person may set a new password. */
const resetLink = z.object({
  /** waiting: for the mail server; inDoubt: it took the mail and has not answered; open: sent, and still good. */
  state: z.enum(['waiting', 'inDoubt', 'open', 'notSent', 'used', 'expired']),
  issuedAt: instant,
  expiresAt: instant,
  usedAt: instant.nullable(),
  /** Why the mail did not go. */
  cause: z.string().nullable(),
});
export type ResetLinkState = z.infer<typeof resetLink>;

export const adminPerson = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role,
  active: z.boolean(),
  departments: z.array(z.string()),
  /** Skills and territories that a step can ask for. */
  tags: z.array(z.string()),
  /** How many open tasks a pool gives the person at most. */
  capacity: z.number().nullable(),
  openTasks: z.number(),
  openDeals: z.number(),
  /** Deals that were handed over and whose run has not been told yet. */
  handingOver: z.number(),
  resetLink: resetLink.nullable(),
  revision: z.number(),
});
/** What is open in a person's hands, and what names them: shown before they are deactivated. */
export const openWork = z.object({
  deals: z.number(),
  /** Tasks in their hands, and how many of them have no queue to go back to. */
  tasks: z.number(),
  tasksWithoutQueue: z.number(),
  approvals: z.number(),
  leads: z.array(z.object({ key: z.string(), name: z.string() })),
  standsInFor: z.array(personRef),
  /** Published processes and drafts that give work to this person by name. */
  processes: z.array(z.object({ key: z.string(), name: z.string(), steps: z.array(z.string()) })),
});
const toPerson = z.object({ to: z.literal('person'), person: id });
const toPool = z.object({ to: z.literal('pool'), department: z.string() });
const toNobody = z.object({ to: z.literal('nobody') });
/** Who gets what is open (E30): one person, the people of a department by what they have in hand, a queue, or nobody. */
export const handOver = z.object({
  deals: z.discriminatedUnion('to', [toPerson, toPool, toNobody]),
  tasks: z.discriminatedUnion('to', [
    toPerson,
    toPool,
    z.object({ to: z.literal('queue') }),
    toNobody,
  ]),
  /** Who leads their departments from now on; absent: nobody until it is set. */
  lead: id.optional(),
});
export type HandOver = z.infer<typeof handOver>;
const personInput = {
  name: z.string().min(1).max(80),
  email: z.email().max(200),
  role,
  departments: z.array(z.string()).max(20).default([]),
  /** Left as they are when absent. */
  tags: z.array(z.string().trim().min(1).max(40)).max(40).optional(),
  capacity: z.number().int().min(0).max(1000).nullable().optional(),
};
export const adminDepartment = z.object({
  key: z.string(),
  name: z.string(),
  calendar: z.string().nullable(),
  lead: personRef.nullable(),
  members: z.array(personRef),
  openTasks: z.number(),
  revision: z.number(),
});
const departmentInput = {
  name: z.string().min(1).max(60),
  calendar: z.string().nullable(),
  lead: id.nullable(),
  members: z.array(id).max(500),
};
export const adminCalendar = z.object({
  key: z.string(),
  name: z.string(),
  calendar: calendarSchema,
  usedBy: z.array(z.string()),
});
export const holidayPlace = z.object({
  country: z.string(),
  name: z.string(),
  regions: z.array(z.object({ region: z.string(), name: z.string() })),
});
const key = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, 'A key has 2 to 40 small letters, digits or hyphens.');
const year = z.coerce
  .number()
  .int()
  .min(2000, 'Choose a year from 2000 on.')
  .max(2100, 'Choose a year up to 2100.');
const holidayYears = z
  .object({
    country: z.string().regex(/^[A-Z]{2}$/, 'A country is its ISO 3166 code, such as PL.'),
    /** As listed with the country: BY, or BY-A for a part of it. */
    region: z.string().max(40).optional(),
    from: year,
    to: year,
  })
  .superRefine(({ from, to }, context) => {
    const add = (message: string) => context.addIssue({ code: 'custom', path: ['to'], message });
    if (to < from) add(`The years end (${to}) before they begin (${from}).`);
    if (to - from > 9) add(`${from}–${to} are too many: ask for at most 10 years.`);
  });

export const adminContract = {
  people: oc
    .route({ method: 'GET', path: '/admin/people', tags: ['Admin'] })
    .output(z.object({ items: z.array(adminPerson) })),
  createPerson: oc
    .route({ method: 'POST', path: '/admin/people', tags: ['Admin'], successStatus: 201 })
    .input(z.object({ ...personInput, password: newPassword }))
    .output(adminPerson),
  updatePerson: oc
    .route({ method: 'PUT', path: '/admin/people/{id}', tags: ['Admin'] })
    .input(
      z.object({
        id,
        revision: z.number().int(),
        ...personInput,
        active: z.boolean(),
        /** Of somebody who may not sign in: who gets what is open. */
        handOver: handOver.optional(),
      }),
    )
    .output(adminPerson),
  /** Sends the person a link by mail, good for 60 minutes; an older one is no longer good. */
  sendResetLink: oc
    .route({ method: 'POST', path: '/admin/people/{id}/reset-link', tags: ['Admin'] })
    .input(z.object({ id }))
    .output(adminPerson),
  openWork: oc
    .route({ method: 'GET', path: '/admin/people/{id}/open-work', tags: ['Admin'] })
    .input(z.object({ id }))
    .output(openWork),
  departments: oc
    .route({ method: 'GET', path: '/admin/departments', tags: ['Admin'] })
    .output(z.object({ items: z.array(adminDepartment) })),
  createDepartment: oc
    .route({ method: 'POST', path: '/admin/departments', tags: ['Admin'], successStatus: 201 })
    .input(z.object({ key, ...departmentInput }))
    .output(adminDepartment),
  updateDepartment: oc
    .route({ method: 'PUT', path: '/admin/departments/{key}', tags: ['Admin'] })
    .input(z.object({ key, revision: z.number().int(), ...departmentInput }))
    .output(adminDepartment),
  calendars: oc
    .route({ method: 'GET', path: '/admin/calendars', tags: ['Admin'] })
    .output(z.object({ items: z.array(adminCalendar) })),
  createCalendar: oc
    .route({ method: 'POST', path: '/admin/calendars', tags: ['Admin'], successStatus: 201 })
    .input(z.object({ key, name: z.string().min(1).max(60), calendar: calendarSchema }))
    .output(adminCalendar),
  /** `calendar.revision` is the one it was made on; clocks that run keep their due. */
  updateCalendar: oc
    .route({ method: 'PUT', path: '/admin/calendars/{key}', tags: ['Admin'] })
    .input(z.object({ key, name: z.string().min(1).max(60), calendar: calendarSchema }))
    .output(adminCalendar),
  holidayPlaces: oc
    .route({ method: 'GET', path: '/admin/holiday-places', tags: ['Admin'] })
    .output(z.object({ items: z.array(holidayPlace) })),
  /** Public holidays to copy into a calendar's exceptions; nothing is written. */
  holidays: oc
    .route({ method: 'GET', path: '/admin/holidays', tags: ['Admin'] })
    .input(holidayYears)
    .output(z.object({ items: z.array(z.object({ date: z.string(), name: z.string() })) })),
};

export const devMailContract = {
  list: oc
    .route({ method: 'GET', path: '/dev/mail', tags: ['Development mail'] })
    .input(
      z.object({
        before: z.string().optional(),
        limit: z.coerce.number().int().min(1).max(100).default(50),
        to: z.string().optional(),
      }),
    )
    .output(
      z.object({
        items: z.array(
          z.object({
            id: z.string(),
            from: z.string(),
            to: z.array(z.string()),
            subject: z.string(),
            receivedAt: z.string(),
          }),
        ),
        next: z.string().nullable(),
      }),
    ),
  get: oc
    .route({ method: 'GET', path: '/dev/mail/{id}', tags: ['Development mail'] })
    .input(z.object({ id: z.string() }))
    .output(
      z.object({
        id: z.string(),
        from: z.string(),
        to: z.array(z.string()),
        subject: z.string(),
        receivedAt: z.string(),
        text: z.string(),
        html: z.string().nullable(),
        headers: z.array(z.object({ name: z.string(), value: z.string() })),
      }),
    ),
};
