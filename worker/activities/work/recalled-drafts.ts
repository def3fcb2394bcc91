import type { StepRef } from '#core/run/contract/event.ts';
import { taskKey } from '#core/run/state/keys.ts';
import type { Turn } from '../batch/turn.ts';

/**
 * What was typed into a task that was taken back: the next round begins with it (E13). By the key of
 * the new task.
 */
export async function draftsBefore(
  { tx, batch: { dealId, runNo } }: Turn,
  effects: { task: StepRef }[],
): Promise<Map<string, { draft: object }>> {
  const again = effects.map(({ task }) => task).filter(({ round }) => round > 1);
  const drafts = new Map<string, { draft: object }>();
  for (const task of again) {
    const { stage, step, visit, item = null } = task;
    const last = await tx.task.findFirst({
      where: { dealId, runNo, stage, step, visit, item, round: { lt: task.round } },
      orderBy: { round: 'desc' },
      select: { state: true, draft: true },
    });
    if (last?.state !== 'recalled' || last.draft === null) continue;
    drafts.set(taskKey(task), { draft: last.draft as object });
  }
  return drafts;
}
