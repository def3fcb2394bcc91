import type { Prisma } from '#prisma/generated/client.ts';

/**
 * The tasks that a clock measures: the one of its key, or every part of an approval, for which one clock
 * runs (E3). A task's clock has the key of its task, without the part.
 */
export function tasksOfClock(clock: string): Prisma.TaskWhereInput {
  const parts = { startsWith: `${literally(clock)}:` };
  return { OR: [{ key: clock }, { kind: 'approval', key: parts }] };
}

/** Prisma makes a pattern of LIKE of it and leaves its wildcards, of which ids may have one, as they are. */
function literally(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}
