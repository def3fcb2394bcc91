import { z } from 'zod';
import { elementId } from './element-id.ts';

/** Roles of people that a drawing can name; what each may do is the api's (authorisation). */
export const assignableRoles = ['manager', 'ops', 'admin', 'sales'] as const;

/** How a department's pool finds somebody; `queue`: whoever claims it first. */
export const assignStrategies = ['queue', 'roundRobin', 'leastLoaded'] as const;
export type AssignStrategy = (typeof assignStrategies)[number];

/** A skill or territory that the assignee must have: a tag, or the value of a field of the deal. */
const need = z.union([
  z.object({ tag: z.string().min(1).max(40) }),
  z.object({ field: elementId }),
]);

/**
 * Who gets a task: the deal's owner, one person, anybody of a role, or a department's pool. `by`
 * is `queue` when absent; who is chosen is decided when the task opens, absences included.
 */
export const assigneeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('owner') }),
  z.object({ kind: z.literal('person'), person: z.string().min(1) }),
  z.object({ kind: z.literal('role'), role: z.enum(assignableRoles) }),
  z.object({
    kind: z.literal('department'),
    department: z.string().min(1),
    by: z.enum(assignStrategies).optional(),
    needs: z.array(need).max(4).optional(),
    /** Whoever did the same step for the same company before goes first. */
    sticky: z.boolean().optional(),
  }),
]);
export type Assignee = z.infer<typeof assigneeSchema>;

/** Who is told: resolved when the notice is written, never when it is drawn. */
export const recipientSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('assignee') }),
  z.object({ kind: z.literal('owner') }),
  z.object({ kind: z.literal('departmentLead') }),
  z.object({ kind: z.literal('managers') }),
  z.object({ kind: z.literal('person'), person: z.string().min(1) }),
]);
export type Recipient = z.infer<typeof recipientSchema>;
