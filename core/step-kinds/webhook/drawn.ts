import { z } from 'zod';
import { elementId } from '../../drawing/element-id.ts';
import { notPassing, passing } from '../../drawing/port.ts';
import { stepBase } from '../../drawing/step-base.ts';
import { drawnKind, none } from '../drawn-kind.ts';
import { listed } from '../drawn-fields.ts';

/** A signed call of another system, retried for a day. Ports `delivered` and `failed`. */
const schema = z.object({
  ...stepBase,
  kind: z.literal('webhook'),
  url: z.string().min(1).max(500),
  /** Fields of the deal that are sent along. */
  sends: z.array(elementId).max(60).default([]),
});

export const webhook = drawnKind<typeof schema, { kind: 'webhook' }>({
  schema,
  ports: () => [passing('delivered', 'Delivered'), notPassing('failed', 'Failed')],
  sidePorts: none,
  failing: ['failed'],
  fields: ({ sends }) => listed(sends, 'sends'),
  sets: none,
  expressions: none,
  assignees: none,
  times: none,
  templates: none,
  takesTime: () => false,
  compile: () => ({ kind: 'webhook' }),
});
