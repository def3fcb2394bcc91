import { z } from 'zod';

/** Seconds, minutes, hours and days of the calendar; business hours and business days. */
export const durationUnits = ['s', 'min', 'h', 'd', 'bh', 'bd'] as const;
export type DurationUnit = (typeof durationUnits)[number];

/** About ten years of each, so that no sum of them leaves the range of dates. */
const most: Record<DurationUnit, number> = {
  s: 315_360_000,
  min: 5_256_000,
  h: 87_600,
  d: 3_650,
  bh: 29_200,
  bd: 2_600,
};

/** The most units that a duration may count. */
export function longestDuration(unit: DurationUnit): number {
  return most[unit];
}

/** A whole number of units. Negative only as the offset of an escalation level. */
export const durationSchema = z
  .object({
    n: z.number().int('A duration counts whole units: write 90 min instead of 1.5 h.'),
    unit: z.enum(durationUnits),
  })
  .superRefine(({ n, unit }, context) => {
    if (Math.abs(n) > most[unit])
      context.addIssue({
        code: 'custom',
        path: ['n'],
        message: `${n} ${unit} is too long: at most ${most[unit]} ${unit}.`,
      });
  });
export type Duration = z.infer<typeof durationSchema>;

/** True for units that run in working time only. */
export function isBusinessUnit(unit: DurationUnit): boolean {
  return unit === 'bh' || unit === 'bd';
}

/** '2 bd', '-4 bh'. */
export function formatDuration({ n, unit }: Duration): string {
  return `${n} ${unit}`;
}

/** Reads '2bd', '+1 bd' or '-4bh'; undefined when it is none or out of range. */
export function parseDuration(text: string): Duration | undefined {
  const match = /^\s*([+-]?\d{1,9})\s*(s|min|h|d|bh|bd)\s*$/.exec(text);
  if (!match) return undefined;
  const parsed = durationSchema.safeParse({ n: Number(match[1]) + 0, unit: match[2] });
  return parsed.success ? parsed.data : undefined;
}
