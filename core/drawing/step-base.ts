import { z } from 'zod';
import { conditionText } from './condition-text.ts';
import { elementId } from './element-id.ts';
import { assigneeSchema } from './people.ts';

/**
 * When a step's turn comes (E5): all links live or dead, the first live one, or k of them. Late
 * arrivals are ignored, or what leads only here is cancelled.
 */
export const joinSchema = z.object({
  mode: z.enum(['all', 'any', 'count']),
  /** For `count`: how many links must be live. */
  count: z.number().int().min(1).max(100).optional(),
  late: z.enum(['ignore', 'cancel']).optional(),
});
export type Join = z.infer<typeof joinSchema>;

/** What every step has. */
export const stepBase = {
  id: elementId,
  name: z.string().min(1).max(80),
  /** Read once, when the step's turn comes; false steps over the step (E1, E6). */
  when: conditionText.optional(),
  /** `true`, `false`, or CEL text that is read live (E2). */
  mandatory: z.union([z.boolean(), conditionText]).default(true),
  join: joinSchema.optional(),
  /** Steps of a deal with the same lock are under way one at a time. */
  lock: elementId.optional(),
  /** Read live while the step is under way; once false it is stepped over. */
  onlyWhile: conditionText.optional(),
  /** What happens to a step done before, when its turn comes again (E12, E13); absent = `ifInputsChanged`. */
  redo: z.enum(['ifInputsChanged', 'always', 'never']).optional(),
  /** Fields that the step's work depends on; an e-mail's are those of its template besides. */
  inputs: z.array(elementId).max(60).optional(),
};

/** A started step that goes along when the stage is left (E11), until this stage at the latest. */
export const carrySchema = z.object({ until: elementId.optional() });

export const formItemSchema = z.object({ field: elementId, required: z.boolean().default(false) });
export const outcomeSchema = z.object({
  id: elementId,
  label: z.string().min(1).max(60),
  passes: z.boolean().default(true),
});
export const portSchema = { port: elementId, label: z.string().min(1).max(60) };

/** Another assignee by condition: the first that holds. */
export const assignCasesSchema = z
  .array(z.object({ when: conditionText, to: assigneeSchema }))
  .max(8);
