import { z } from 'zod';

/** Who gets a task: the deal's owner, one person, or the queue of a department. */
export const assigneeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('owner') }),
  z.object({ kind: z.literal('person'), person: z.string().min(1) }),
  z.object({ kind: z.literal('department'), department: z.string().min(1) }),
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
