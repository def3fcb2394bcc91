import { z } from 'zod';
import { drawingSchema } from '#core/drawing/drawing.ts';
import { pauseReasons } from '#core/drawing/pause-reasons.ts';
import {
  dealApproval,
  dealCarried,
  dealClock,
  dealEach,
  dealHold,
  dealRail,
  dealWebhook,
  linkedDeals,
} from './deal-parts.ts';
import { fieldValues, id, instant, measured, personRef, zone } from './primitives.ts';

/** How much of a target is used: `used` and `target` in the unit, for "4.4 of 8.1 bd". */
const clockUse = z.object({
  dueAt: instant,
  dueZone: zone,
  usedRatio: z.number(),
  usedText: z.string(),
  leftText: z.string(),
  state: z.enum(['running', 'overdue']),
});
const department = z.object({ key: z.string(), name: z.string() });

export const dealCard = z.object({
  id,
  number: z.string(),
  title: z.string(),
  customer: z.string(),
  valueMinor: z.number().nullable(),
  currency: z.string(),
  owner: personRef.nullable(),
  stage: z.string(),
  state: z.enum(['planned', 'starting', 'open', 'on_hold', 'won', 'lost', 'finished']),
  /** Until when a person holds it; on hold without: its whole process stands. */
  heldUntil: instant.nullable(),
  /** An escalation marked it as at risk, and what is late is still open. */
  atRisk: z.boolean(),
  stageClock: clockUse.nullable(),
  /** What happens next and whose it is; `null` is shown as a warning. */
  next: z
    .object({
      title: z.string(),
      department: department.nullable(),
      /** Anybody of this role may take it; none, no department and no assignee: it waits for the world. */
      role: z.string().nullable(),
      assignee: personRef.nullable(),
      dueAt: instant.nullable(),
      dueZone: zone,
      leftText: z.string().nullable(),
      overdue: z.boolean(),
    })
    .nullable(),
  incidents: z.number(),
});

/** An unmet gate item in words, with what brings it about. */
export const gateItem = z.object({
  kind: z.enum(['step', 'criterion', 'incident', 'carried', 'limit', 'reasons']),
  label: z.string(),
  detail: z.string(),
  /** Of an open task: by when. */
  due: measured.optional(),
  met: z.boolean(),
  step: z.string().optional(),
  taskId: id.optional(),
  fields: z.array(z.string()).optional(),
});
export const dealExit = z.object({
  exit: z.string(),
  mode: z.enum(['auto', 'manual', 'event']),
  to: z.string(),
  label: z.string(),
  items: z.array(gateItem),
  unmet: z.number(),
  /** The deal goes on in this process. */
  continueIn: z.string().nullable(),
  /** Of a way back: steps that can be done again, and whether the exit lists them (E12). */
  redo: z
    .array(z.object({ step: z.string(), name: z.string(), stage: z.string(), listed: z.boolean() }))
    .nullable(),
  asksReasons: z.array(z.object({ id: z.string(), label: z.string() })).nullable(),
});
export const dealTask = z.object({
  /** `null` for a step whose turn has not come. */
  id: id.nullable(),
  step: z.string(),
  visit: z.number(),
  round: z.number(),
  kind: z.enum(['task', 'approval', 'item', 'attempt']),
  /** Item, attempt or approver's part. */
  item: z.string().nullable(),
  /** How often its priority was raised. */
  priority: z.number(),
  /** Who is waited for while its clock stands. */
  waiting: z.object({ why: z.enum(pauseReasons), since: instant }).nullable(),
  title: z.string(),
  /** Of the task, for whoever acts on it; `null` before its turn. */
  revision: z.number().nullable(),
  /** For whom it is: the owner, one person, a department's queue, a role, or several approvers. */
  to: z.enum(['owner', 'person', 'department', 'role', 'several']),
  department: department.nullable(),
  role: z.string().nullable(),
  assignee: personRef.nullable(),
  state: z.enum([
    'later',
    'offered',
    'ready',
    'assigned',
    'in_progress',
    'waiting',
    'done',
    'waived',
    'notNeeded',
    'cancelled',
    'recalled',
    'incident',
  ]),
  mandatory: z.boolean(),
  dueAt: instant.nullable(),
  dueZone: zone,
  leftText: z.string().nullable(),
  overdue: z.boolean(),
  note: z.string().nullable(),
});
export const timelineItem = z.object({
  id: z.string(),
  at: instant,
  kind: z.enum(['people', 'decision', 'mail', 'clock', 'process']),
  actor: personRef.nullable(),
  /** What happened, then why: both finished sentences. */
  title: z.string(),
  reason: z.string().nullable(),
  /** An instant that the sentence is about: 'It was due', and when; no zone where no calendar measured it. */
  when: z.object({ text: z.string(), at: instant, zone: zone.nullable() }).nullable(),
  type: z.string(),
});
export const incidentChoice = z.enum(['retry', 'skip', 'oneMore', 'lost', 'askManagers']);
export const dealIncident = z.object({
  id: z.string(),
  stage: z.string(),
  step: z.string().nullable(),
  title: z.string(),
  cause: z.string(),
  choices: z.array(incidentChoice),
  openedAt: instant,
});
export const dealFile = z.object({
  id,
  field: z.string(),
  label: z.string(),
  name: z.string(),
  size: z.number(),
  type: z.string(),
  by: personRef.nullable(),
  at: instant,
  taskId: id.nullable(),
});
/** What a person may decide about an unconfirmed mail. */
export const mailDecisions = ['accepted', 'again'] as const;

export const dealDetail = dealCard.extend({
  processKey: z.string(),
  processName: z.string(),
  version: z.number(),
  visit: z.number(),
  source: z.string(),
  contact: z.object({
    id,
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    company: z.string().nullable(),
  }),
  createdAt: instant,
  closedAt: instant.nullable(),
  outcomeReasons: z.array(z.string()),
  outcomeNote: z.string().nullable(),
  probability: z.number(),
  fields: fieldValues,
  fieldsRevision: z.number(),
  /** The version that the run is pinned to, for labels, forms and the small canvas. */
  drawing: drawingSchema,
  stages: z.array(
    z.object({
      stage: z.string(),
      name: z.string(),
      state: z.enum(['done', 'current', 'later', 'passed', 'lost']),
      text: z.string(),
      /** Of the stage the deal is in. */
      due: measured.nullable(),
      usedRatio: z.number().nullable(),
    }),
  ),
  /** State of the current visit's steps, by id, for the position on the drawing. */
  steps: z.record(z.string(), z.string()),
  exits: z.array(dealExit),
  tasks: z.array(dealTask),
  /** Steps that wait on the world and that a person may end, with their ports. */
  waits: z.array(
    z.object({
      step: z.string(),
      stage: z.string(),
      kind: z.enum(['wait', 'each', 'process', 'webhook']),
      visit: z.number(),
      round: z.number(),
      title: z.string(),
      until: instant.nullable(),
      ports: z.array(z.object({ id: z.string(), label: z.string() })),
    }),
  ),
  approvals: z.array(dealApproval),
  eaches: z.array(dealEach),
  carried: z.array(dealCarried),
  rails: z.array(dealRail),
  clocks: z.array(dealClock),
  linked: linkedDeals,
  webhooks: z.array(dealWebhook),
  hold: dealHold.nullable(),
  /** After going back it moves on by itself only when continued, or work was done (E12). */
  disarmed: z.boolean(),
  incidents: z.array(dealIncident),
  files: z.array(dealFile),
  mails: z.array(
    z.object({
      id,
      subject: z.string(),
      to: z.string().nullable(),
      state: z.string(),
      at: instant,
      why: z.string().nullable(),
      /** How often it was handed over or tried. */
      attempt: z.number(),
      /** Of an unconfirmed mail: until when the server may keep it yet, and what was decided. */
      doubt: z.object({ until: instant, decision: z.enum(mailDecisions).nullable() }).nullable(),
      /** Who decided about it last, and when. */
      decided: z.object({ by: z.string(), at: instant }).nullable(),
    }),
  ),
  may: z.object({
    decideMail: z.boolean(),
    move: z.boolean(),
    override: z.boolean(),
    edit: z.boolean(),
    assign: z.boolean(),
    resolve: z.boolean(),
    hold: z.boolean(),
    resume: z.boolean(),
    /** Continue after going back. */
    arm: z.boolean(),
    reopen: z.boolean(),
  }),
});
