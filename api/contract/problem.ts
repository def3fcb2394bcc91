import { z } from 'zod';

/** One thing that is wrong, with the field it concerns and what to do. */
export const problemError = z.object({
  path: z.string(),
  value: z.unknown().optional(),
  message: z.string(),
  remedy: z.string().optional(),
  code: z.string().optional(),
});

/** RFC 9457 problem document (application/problem+json), the body of every refusal. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  /** Stable, kebab-case; documented in docs/problems.md. */
  code: z.string(),
  detail: z.string(),
  /** What to do about problems of this code. */
  remedy: z.string().optional(),
  instance: z.string().optional(),
  errors: z.array(problemError).optional(),
  /** State as it is now, on 409. */
  current: z.unknown().optional(),
});
export type Problem = z.infer<typeof problemSchema>;
