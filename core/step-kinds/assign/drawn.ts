import { z } from 'zod';
import { elementId } from '../../drawing/element-id.ts';
import { assigneeSchema, type Assignee } from '../../drawing/people.ts';
import { passing } from '../../drawing/port.ts';
import { stepBase } from '../../drawing/step-base.ts';
import { drawnKind, none, type NamedAssignee } from '../drawn-kind.ts';
import { neededFields } from '../drawn-fields.ts';

const schema = z.object({
  ...stepBase,
  kind: z.literal('assign'),
  /** What is handed over: the deal itself, or a task step of the same stage. */
  what: z.union([z.literal('deal'), z.object({ step: elementId })]).default('deal'),
  to: assigneeSchema,
});

interface Parts {
  kind: 'assign';
  what: 'deal' | { step: string };
  to: Assignee;
}

const assignees = ({ to }: z.infer<typeof schema>): NamedAssignee[] => [{ to, fieldPath: 'to' }];

export const assign = drawnKind<typeof schema, Parts>({
  schema,
  ports: () => [passing('done', 'Done')],
  sidePorts: none,
  failing: [],
  fields: (step) => neededFields(assignees(step)),
  sets: none,
  expressions: none,
  assignees,
  times: none,
  templates: none,
  takesTime: () => false,
  compile: ({ what, to }) => ({ kind: 'assign', what, to }),
});
