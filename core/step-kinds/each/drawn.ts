import { z } from 'zod';
import { elementId } from '../../drawing/element-id.ts';
import { notPassing, passing } from '../../drawing/port.ts';
import { stepBase } from '../../drawing/step-base.ts';
import type { WorkDefinition } from '../compiled-step.ts';
import { drawnKind, none, type NamedAssignee, type NamedField } from '../drawn-kind.ts';
import * as work from '../drawn-work.ts';

/** The same task for each item, under way at once (E8). Ports `done` and `short`. */
const schema = z.object({
  ...stepBase,
  kind: z.literal('each'),
  /** Items: the values of a `choices` field, or departments, each the assignee of its own item. */
  over: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('list'), field: elementId }),
    z.object({
      kind: z.literal('departments'),
      departments: z.array(z.string().min(1)).min(1).max(20),
    }),
  ]),
  ...work.workShape,
  /** How many items must pass: all when absent. */
  need: z.number().int().min(1).max(100).optional(),
  /**
   * The rest, once enough have passed: the step waits for it (`wait`, when absent), goes on while it
   * stays open (`ignore`, as at a join), or it is cancelled.
   */
  late: z.enum(['wait', 'ignore', 'cancel']).optional(),
  /** People may add items while it runs. */
  mayAdd: z.boolean().optional(),
});
type Each = z.infer<typeof schema>;

interface Parts extends WorkDefinition {
  kind: 'each';
  over: { kind: 'list'; field: string } | { kind: 'departments'; departments: string[] };
  /** Outcomes of an item, and those that pass. */
  outcomes: string[];
  passing: string[];
  /** Absent = all. */
  need?: number;
  /** What becomes of the rest; `ignore` stands for `wait` in definitions compiled before. */
  late: 'wait' | 'goOn' | 'cancel' | 'ignore';
  mayAdd?: true;
}

/** The drawing says `ignore`, as joins do; a definition says what happens, which `ignore` said otherwise before. */
const lateWay = { wait: 'wait', ignore: 'goOn', cancel: 'cancel' } as const;

/** Departments are themselves the assignees of their items. */
const assignees = (step: Each): Iterable<NamedAssignee> =>
  step.over.kind === 'departments' ? [] : work.workAssignees(step);

function* fields(step: Each): Iterable<NamedField> {
  yield* work.workFields(step, assignees(step));
  if (step.over.kind !== 'list') return;
  yield { field: step.over.field, fieldPath: 'over.field', types: ['choices'], read: true };
}

export const each = drawnKind<typeof schema, Parts>({
  schema,
  ports: () => [passing('done', 'Enough passed'), notPassing('short', 'Too few passed')],
  sidePorts: none,
  failing: [],
  fields,
  // There may be no item.
  sets: ({ form }) => form.map(({ field }) => ({ field, surely: false, computed: false })),
  expressions: work.workExpressions,
  assignees,
  times: work.dueTime,
  templates: none,
  // A list may have no item.
  takesTime: ({ over }) => over.kind === 'departments',
  compile: (step, checker) => ({
    kind: 'each',
    ...work.compileWork(step, checker),
    over: step.over,
    outcomes: step.outcomes.map(({ id }) => id),
    passing: step.outcomes.flatMap(({ id, passes }) => (passes ? [id] : [])),
    ...(step.need !== undefined && { need: step.need }),
    late: lateWay[step.late ?? 'wait'],
    ...(step.mayAdd && { mayAdd: step.mayAdd }),
  }),
});
