import { z } from 'zod';
import { drawingSchema } from './drawing.ts';

/** Names a process for good: 2 to 20 capitals, digits or hyphens, the first a capital. */
export const processKey = z
  .string()
  .regex(/^[A-Z][A-Z0-9-]{1,19}$/, 'A key has 2 to 20 capitals, digits or hyphens, like PV-01.');

/**
 * One process as one file: what `export` writes and `import` reads. A change that older readers would
 * misunderstand gets a new `format`.
 */
export const processFileSchema = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal(1),
    key: processKey,
    name: z.string().min(1).max(80),
    drawing: drawingSchema,
  })
  .superRefine(({ name, drawing }, context) => {
    if (name === drawing.name) return;
    const message = `The drawing is called “${drawing.name}”. Give both the same name.`;
    context.addIssue({ code: 'custom', path: ['name'], message });
  });
export type ProcessFile = z.infer<typeof processFileSchema>;
