import { z } from 'zod';
import { taskViews } from '#api/contract/tasks.ts';

const text = z.string().optional().catch(undefined);

/** What the address of each page may carry; anything else in it is dropped. */
export const inboxSearch = z.object({
  view: z.enum(taskViews).optional().catch(undefined),
  department: text,
  q: text,
  /** Id of the open task. */
  task: text,
});
export const boardSearch = z.object({
  process: text,
  q: text,
  owner: text,
  due: z.enum(['overdue', 'today']).optional().catch(undefined),
  /** `new`: the form of a new deal is open. */
  form: z.literal('new').optional().catch(undefined),
});
export const editorSearch = z.object({
  version: z.coerce.number().int().positive().optional().catch(undefined),
  /** Id of the selected stage, step, link or exit. */
  element: text,
});
export const adminSearch = z.object({ q: text, edit: text });
export const devMailSearch = z.object({ message: text, to: text });
export const signInSearch = z.object({
  next: text,
  /** A new password was just set. */
  set: z.literal('password').optional().catch(undefined),
});
