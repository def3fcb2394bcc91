import { z } from 'zod';
import { recipientSchema, type Recipient } from '../../drawing/people.ts';
import { passing } from '../../drawing/port.ts';
import { stepBase } from '../../drawing/step-base.ts';
import { drawnKind, none } from '../drawn-kind.ts';

const schema = z.object({
  ...stepBase,
  kind: z.literal('notify'),
  to: z.array(recipientSchema).min(1).max(8),
  message: z.string().min(1).max(500),
});

export const notify = drawnKind<typeof schema, { kind: 'notify'; to: Recipient[] }>({
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
  compile: ({ to }) => ({ kind: 'notify', to }),
});
