import { z } from 'zod';
import { notPassing, passing } from '../../drawing/port.ts';
import { stepBase } from '../../drawing/step-base.ts';
import { drawnKind, none } from '../drawn-kind.ts';

const schema = z.object({
  ...stepBase,
  kind: z.literal('email'),
  /** Liquid templates over `deal`, `contact` and `owner`. */
  subject: z.string().min(1).max(200),
  body: z.string().min(1).max(20_000),
});

export const email = drawnKind<typeof schema, { kind: 'email' }>({
  schema,
  ports: () => [passing('sent', 'Sent'), notPassing('notSent', 'Not sent')],
  sidePorts: none,
  failing: [],
  fields: none,
  sets: none,
  expressions: none,
  assignees: none,
  times: none,
  templates: ({ subject, body }) => [subject, body],
  takesTime: () => false,
  compile: () => ({ kind: 'email' }),
});
