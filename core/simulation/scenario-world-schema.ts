import { z } from 'zod';
import { calendarFileSchema } from '../time/calendar-schema.ts';

const key = z.string().min(1);

/** The organisation as far as a scenario needs it; everything may be left out. */
export const scenarioWorldSchema = z.strictObject({
  calendars: z.record(key, calendarFileSchema).optional(),
  departments: z
    .record(
      key,
      z.strictObject({
        calendar: key.optional(),
        lead: key.optional(),
        /** Its pool, for strategies that choose somebody; only the lead when left out. */
        members: z.array(key).optional(),
      }),
    )
    .optional(),
  /** Who is away all the time, with who stands in; null = nobody does. */
  absent: z.record(key, key.nullable()).optional(),
  /** Who there is; when it is given, nobody else may act, own the deal or lead a department. */
  people: z.array(key).optional(),
});

export type ScenarioWorld = z.infer<typeof scenarioWorldSchema>;
