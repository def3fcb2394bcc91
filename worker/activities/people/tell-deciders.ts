import type { Assignee } from '#core/drawing/people.ts';
import { drawnFrame } from '#core/drawing/drawn-step.ts';
import type { StepRef } from '#core/run/contract/event.ts';
import { taskKey } from '#core/run/state/keys.ts';
import { taskKind, taskTitles, wholeOf } from '../work/task-titles.ts';
import { effectsOf, type Turn } from '../batch/turn.ts';

/**
 * A line in the bell of everybody who may decide an approval of this batch that is for a role: once for each person,
 * however many parts it has. When nothing of it is left for them to decide, their line counts as read.
 */
export async function tellDeciders(turn: Turn): Promise<void> {
  const asked = new Map(forRole(turn).map((ask) => [`${ask.role}:${keyOf(ask.task)}`, ask]));
  if (asked.size > 0) await tell(turn, [...asked.values()]);
  const closed = effectsOf(turn, 'closeTask').filter(({ task }) => isApproval(turn, task));
  for (const key of new Set(closed.map(({ task }) => keyOf(task)))) await takeBack(turn, key);
}

interface Ask {
  task: StepRef;
  role: string;
}

/** Parts that were opened for a role, or given to one; an offer is nobody's yet. */
function forRole(turn: Turn): Ask[] {
  const opened = effectsOf(turn, 'openTask').filter(({ state }) => state !== 'offered');
  const given = effectsOf(turn, 'requestTask', 'assignTask');
  return [...opened, ...given].flatMap(({ task, assign }) => {
    const role = roleOf(assign);
    return role !== undefined && isApproval(turn, task) ? [{ task, role }] : [];
  });
}

function roleOf(assign: Assignee): string | undefined {
  return assign.kind === 'role' ? assign.role : undefined;
}

function isApproval(turn: Turn, task: StepRef): boolean {
  return taskKind(turn, task) === 'approval';
}

/** One line for all parts of an occurrence of an approval. */
function keyOf(task: StepRef): string {
  return `decide:${taskKey(wholeOf(task))}`;
}

async function tell(turn: Turn, asked: Ask[]): Promise<void> {
  const { tx, batch, at, changes, version } = turn;
  const { dealId, runNo } = batch;
  const titleOf = await taskTitles(turn, asked);
  for (const { task, role } of asked) {
    const stageName = drawnFrame(version.drawing, task.stage)?.name ?? task.stage;
    const told = await tx.$queryRaw<{ personId: string; taskId: string }[]>`
      SELECT p.id AS "personId", t.id AS "taskId"
      FROM task t JOIN person p ON p.role = t.role AND p.active AND NOT p.id = ANY(t.not_by)
      WHERE t.deal_id = ${dealId} AND t.run_no = ${runNo} AND t.key = ${taskKey(task)} AND t.role = ${role}`;
    const line = { dealId, runNo, key: keyOf(task), kind: 'toDecide', at };
    const rows = told.map(({ personId, taskId }) => ({
      ...line,
      personId,
      data: { stageName, stepName: titleOf(task), taskId },
    }));
    await tx.notification.createMany({ data: rows, skipDuplicates: true });
    changes.add('notification', ...told.map(({ personId }) => personId));
  }
}

/** Of whoever has decided a part, and of everybody once no part is left for a role. */
async function takeBack({ tx, batch, at, changes }: Turn, key: string): Promise<void> {
  const { dealId, runNo } = batch;
  const parts = `${key.replace('decide:', '').replaceAll(/[\\%_]/g, '\\$&')}:%`;
  const read = await tx.$queryRaw<{ person_id: string }[]>`
    UPDATE notification n SET read_at = ${at}
    WHERE n.deal_id = ${dealId} AND n.run_no = ${runNo} AND n.key = ${key} AND n.read_at IS NULL
      AND (EXISTS (SELECT 1 FROM task t WHERE t.deal_id = ${dealId} AND t.run_no = ${runNo}
          AND t.key LIKE ${parts} AND t.closed_by_id = n.person_id)
        OR NOT EXISTS (SELECT 1 FROM task t WHERE t.deal_id = ${dealId} AND t.run_no = ${runNo}
          AND t.key LIKE ${parts} AND t.closed_at IS NULL AND t.role IS NOT NULL))
    RETURNING n.person_id`;
  changes.add('notification', ...read.map(({ person_id }) => person_id));
}
