import { z } from 'zod';
import { passing } from '../../drawing/port.ts';
import { stepBase } from '../../drawing/step-base.ts';
import { drawnKind, none } from '../drawn-kind.ts';

/** A text on the board, for whoever reads the process. A deal runs through it at once. */
const schema = z.object({
  ...stepBase,
  kind: z.literal('note'),
  text: z.string().min(1).max(8000),
});

export const note = drawnKind<typeof schema, { kind: 'note' }>({
  schema,
  ports: () => [passing('done', 'Done')],
  sidePorts: none,
  failing: [],
  fields: none,
  sets: none,
  expressions: none,
  assignees: none,
  times: none,
  templates: none,
  takesTime: () => false,
  compile: () => ({ kind: 'note' }),
});
