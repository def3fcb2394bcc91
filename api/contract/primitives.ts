import { z } from 'zod';
import { isZone } from '#core/time/zone.ts';

export const id = z.uuid();
/** Names a stage, a step, an exit and so on: a run keeps what it is asked for, so it has an end. */
export const drawnId = z.string().max(200);
/** ISO 8601 instant in UTC. */
export const instant = z.iso.datetime();
/** IANA zone of the calendar that measures a due: the reader's own zone shows it, and names this one. */
export const zone = z.string();
/** A measured instant with the zone of its calendar. */
export const measured = z.object({ at: instant, zone });
/** A zone that somebody asks with. */
export const knownZone = z
  .string()
  .max(64)
  .refine(isZone, 'This is no time zone: give an IANA name such as Europe/Warsaw.');
export const roles = ['admin', 'ops', 'manager', 'sales', 'member'] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;
/** Who may own a deal. */
export const ownerRoles: Role[] = ['sales', 'manager', 'admin'];

/** A person as others see them. */
export const personRef = z.object({ id, name: z.string() });
export type PersonRef = z.infer<typeof personRef>;

/** Value of a field: number (money in minor units), text, ISO date, boolean or list of choices. */
export const fieldValue = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.string())])
  .describe(
    'By the type of the field: a text, a number, a date YYYY-MM-DD, true or false, a list of options. Money is a whole number of minor units of the currency of its deal (ISO 4217): 1250 is 12.50 EUR, 1250 JPY or 1.250 KWD.',
  );
export type FieldValue = z.infer<typeof fieldValue>;
/** `null` empties a field. */
export const fieldValues = z.record(z.string(), fieldValue.nullable());

/** Keyset page: hand `next` back as `cursor`. */
export const pageInput = {
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

/** What a write of a run answers: `unknown` = not committed within 10 s, repeat the same key. */
export const written = z.object({ ok: z.literal(true) });
