import { z } from 'zod';
import { pauseReasons } from '../drawing/pause-reasons.ts';
import type { RunEvent } from '../run/contract/event.ts';

/** What may stand in an act: every event of the engine but its start and what the simulator itself sends. */
export type ActKind = Exclude<RunEvent['kind'], 'start' | 'answers' | 'tick' | 'migrate'>;

export interface ActEntry {
  /** Said by a machine: it has no `by`. */
  machine?: true;
  /** The property of the event that names the occurrence of the act's `step`. */
  step?: 'task' | 'approval' | 'each' | 'wait' | 'mail' | 'webhook' | 'step';
  /** The act may name an item of the step. */
  item?: true;
  /** The event names the current visit of the stage. */
  visit?: true;
  /** What else the event has. A field that is left out gets its value from neutral-fields.ts. */
  shape: z.ZodRawShape;
}

const id = z.string().min(1);
const optionalId = id.optional();
const reason = optionalId.describe('Id of what was written; one is made when it is left out.');
/** An instant with its offset; in the event it is epoch ms. */
const instantText = z.iso.datetime({ offset: true });
const submission = id.nullable().optional();
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

/** Fields of the deal, by id: for a file `true` when it is attached; null empties a field. */
export const values = z
  .record(z.string(), value)
  .describe('Fields of the deal by id; true for an attached file; null empties a field.');
const change = { submission, values: values.optional() };

/** One line for each kind of act; the schema of scenarios and the simulator follow it. */
export const actKinds = {
  complete: { step: 'task', item: true, shape: { outcome: optionalId, ...change } },
  request: { step: 'task', shape: {} },
  notNeeded: { step: 'task', shape: {} },
  waive: { step: 'task', item: true, shape: { reason } },
  decide: {
    step: 'approval',
    item: true,
    shape: { decision: z.enum(['approved', 'rejected']).optional(), submission },
  },
  addItem: { step: 'each', shape: { item: id } },
  pauseTask: {
    step: 'task',
    shape: { why: z.enum(pauseReasons).optional(), note: id.nullable().optional() },
  },
  resumeTask: { step: 'task', shape: { note: id.nullable().optional() } },
  acknowledge: { shape: { clock: id, cycle: z.number().int().optional() } },
  takeBackNote: { shape: { clock: id, cycle: z.number().int().optional() } },
  endWait: { step: 'wait', shape: { port: optionalId, reason } },
  move: {
    visit: true,
    shape: {
      exit: id,
      reasons: z.array(id).optional(),
      note: id.nullable().optional(),
      redo: z.array(id).optional(),
      override: z.strictObject({ reason: id }).optional(),
    },
  },
  setFields: { shape: change },
  setOwner: { shape: { owner: id } },
  resolveIncident: {
    shape: {
      incident: optionalId,
      choice: z.enum(['retry', 'skip', 'oneMore', 'lost', 'askManagers']),
      reason,
    },
  },
  mailResult: {
    machine: true,
    step: 'mail',
    shape: { result: z.enum(['sent', 'notSent']).optional(), why: optionalId },
  },
  mailDecided: {
    machine: true,
    step: 'mail',
    shape: { decision: z.enum(['accepted', 'again']), by: id },
  },
  hold: { shape: { until: instantText, reason } },
  resume: { shape: {} },
  arm: { visit: true, shape: {} },
  webhookResult: {
    machine: true,
    step: 'webhook',
    shape: { result: z.enum(['delivered', 'failed']).optional(), why: optionalId },
  },
  workFailed: { machine: true, step: 'step', shape: { code: id } },
  processStarted: { machine: true, step: 'step', shape: { deal: optionalId } },
  processEnded: {
    machine: true,
    step: 'step',
    shape: {
      deal: optionalId,
      outcome: z.enum(['won', 'lost', 'finished']),
      values: values.optional(),
    },
  },
  pauseProcess: { machine: true, shape: { freeze: optionalId } },
  resumeProcess: { machine: true, shape: { freeze: optionalId } },
  recalculate: { machine: true, shape: { calendar: id, revision: z.number().int() } },
  peopleChanged: { machine: true, shape: {} },
  external: { machine: true, shape: { name: id } },
} as const satisfies Record<ActKind, ActEntry>;
