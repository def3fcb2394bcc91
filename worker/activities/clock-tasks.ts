import type { Prisma } from '#prisma/generated/client.ts';

/**
 * The tasks that a clock measures: the one of its key, or every part of an approval, for which one clock
 * runs (E3). A task's clock has the key of its task, without the part.
 */
export function tasksOfClock(clock: string): Prisma.TaskWhereInput {
  return { OR: [{ key: clock }, { kind: 'approval', key: { startsWith: `${clock}:` } }] };
}
