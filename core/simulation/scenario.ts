import { z } from 'zod';
import type { Value } from '../condition/condition.ts';
import { parseDuration } from '../time/duration.ts';
import { actKinds, values, type ActEntry, type ActKind } from './act-kinds.ts';
import { factPatternSchema, type FactPattern } from './fact-pattern.ts';
import { scenarioWorldSchema } from './scenario-world-schema.ts';

const instant = z.iso.datetime({
  offset: true,
  error: ({ input }) =>
    `“${String(input)}” is no instant: write it with its offset, like 2026-09-07T09:00:00+02:00.`,
});
const duration = z
  .string()
  .regex(/^\d{1,9} ?(s|min|h|d|bh|bd)$/)
  .refine((text) => parseDuration(text) !== undefined);
const at = z.union([instant, duration], {
  error: ({ input }) =>
    `“${String(input)}” is neither an instant (2026-09-07T09:00:00+02:00) nor a time after the act before (30min, 2bh, 1bd).`,
});
const name = z.string().min(1);

const common = {
  at: at.optional().describe('Instant, or time after the act before; the same instant if absent.'),
  expect: z.array(factPatternSchema).optional(),
  comment: z.string().optional(),
};

/** One thing that happens to the deal. Fields of its event that are left out get a neutral value. */
export interface Act {
  act: ActKind | 'pass';
  at?: string;
  by?: string | null;
  step?: string;
  values?: Record<string, Value | null>;
  expect?: FactPattern[];
  /** Code of the refusal that must come. */
  refused?: string;
  [field: string]: unknown;
}

function actSchemaOf(kind: string, { machine, step, item, shape }: ActEntry) {
  return z.strictObject({
    act: z.literal(kind),
    ...common,
    refused: name.optional(),
    ...(machine ? {} : { by: name.nullable().optional() }),
    ...(step ? { step: name } : {}),
    ...(item ? { item: name.optional() } : {}),
    ...shape,
  });
}

/** `pass` lets time pass; nothing else happens. */
const pass = z.strictObject({ act: z.literal('pass'), ...common });
const kinds = Object.entries<ActEntry>(actKinds).map(([kind, entry]) => actSchemaOf(kind, entry));
const actSchema = z.discriminatedUnion('act', [pass, ...kinds], {
  error: ({ input }) =>
    `${JSON.stringify((input as { act?: unknown } | null)?.act ?? null)} is no act. Choose one of: pass, ${Object.keys(actKinds).join(', ')}.`,
}) as z.ZodType<Act>;

const webhookResult = z.enum(['delivered', 'failed', 'unreported']);
const mailResult = z.enum(['sent', 'notSent', 'unreported']);

/**
 * What happens to one deal, and what must come of it. The file says `format: 1`; a change that older
 * readers would misunderstand gets a new number.
 */
export const scenarioSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(1),
  name: z.string().max(200).optional(),
  start: z.strictObject({
    at: instant,
    owner: name.nullable().default('owner'),
    values: values.default({}),
  }),
  world: scenarioWorldSchema.optional(),
  /** What the relay reports at once, by `step` or `stage.step`; `sent` for those not named. */
  mail: z.record(z.string(), mailResult).default({}),
  /** What webhooks come to, likewise; `delivered` for those not named. */
  webhooks: z.record(z.string(), webhookResult).default({}),
  acts: z.array(actSchema).max(10_000).default([]),
  expect: z.array(factPatternSchema).optional(),
  never: z.array(factPatternSchema).optional(),
  final: z
    .strictObject({
      status: z.enum(['open', 'won', 'lost', 'finished', 'continued']).optional(),
      stage: name.optional(),
      outcome: z.enum(['won', 'lost', 'finished']).optional(),
      reasons: z.array(name).optional(),
    })
    .optional(),
});
export type Scenario = z.infer<typeof scenarioSchema>;
