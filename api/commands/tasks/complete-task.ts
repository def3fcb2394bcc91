import type { Value } from '#core/condition/condition.ts';
import { fieldChange } from '#core/definition/comparing/field-change.ts';
import type { StepRef } from '#core/run/contract/event.ts';
import { drawnStep } from '#core/drawing/drawn-step.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { AppError } from '../../problem/app-error.ts';
import { rightsOf } from '../../queries/task/task-rights.ts';
import type { TaskRow } from '../../queries/task/task-row.ts';
import { findVersion, targetName } from '../../queries/process/versions.ts';
import { isClosed } from '../../describe/closed.ts';
import { currentTask, requireDraft, requireOpen, requireRevision, taskRow } from './lock-task.ts';
import { runCommand } from '../running/run-command.ts';
import { seenInForm } from '../deals/seen-fields.ts';
import { checkForm } from './task-form.ts';

interface Input {
  taskId: string;
  revision: number;
  fieldsRevision: number;
  draftRevision: number;
  outcome: string;
  values: Record<string, Value | null>;
}

export function stepRef({ stage, step, visit, round, item }: TaskRow): StepRef {
  return { stage, step, visit, round, ...(item !== null && { item }) };
}

function requireWorker(context: SignedInContext, row: TaskRow): void {
  if (rightsOf(context.actor, row).complete) return;
  if (row.assignee_id === null)
    throw new AppError('forbidden', `“${row.title}” is not in a queue of yours.`);
  const detail = `${row.assignee_name ?? 'Somebody'} has claimed “${row.title}”.`;
  throw new AppError('claimed', detail, { current: currentTask(row) });
}

/** Where the deal is after the commit, and what comes next on it. */
async function whereNext(context: SignedInContext, dealId: string) {
  const { database } = context.services;
  const deal = await database.deal.findUniqueOrThrow({
    where: { id: dealId },
    select: { stage: true, state: true, versionId: true },
  });
  const { drawing } = await findVersion(database, deal.versionId);
  const next = await database.task.findFirst({
    where: { dealId, state: { in: ['ready', 'assigned', 'in_progress'] } },
    orderBy: [{ openedAt: 'desc' }, { id: 'asc' }],
    select: { title: true },
  });
  return {
    ok: true as const,
    dealId,
    dealStage: targetName(drawing, isClosed(deal.state) ? deal.state : deal.stage),
    nextTitle: next?.title ?? null,
  };
}

/**
 * Completes a task by an outcome: the form is checked against the pinned version and stored, then the
 * run decides. Answers when the change is committed.
 * @throws AppError `form-invalid`, `claimed`, `not-open`, `stale`, `unknown-outcome`
 */
export async function completeTask(context: SignedInContext, input: Input) {
  return runCommand(context, input, {
    async prepare(tx, id) {
      const row = await taskRow(tx, input.taskId, false);
      requireOpen(row);
      requireWorker(context, row);
      requireRevision(row, input.revision);
      requireDraft(row, input.draftRevision);
      const version = await findVersion(tx, row.version_id);
      const step = drawnStep(version.drawing, row.stage, row.step);
      if (
        (step?.kind !== 'task' && step?.kind !== 'each') ||
        !step.outcomes.some((each) => each.id === input.outcome)
      ) {
        const message = `“${row.title}” has no outcome “${input.outcome}”.`;
        const errors = [{ path: 'outcome', value: input.outcome, message }];
        throw new AppError('unknown-outcome', message, { errors });
      }
      const { values, attached } = await checkForm(tx, row, version, step, input.values);
      return {
        run: { dealId: row.deal_id, runNo: row.run_no },
        event: {
          id,
          kind: 'complete',
          by: context.actor.id,
          task: stepRef(row),
          outcome: input.outcome,
          submission: id,
          revision: input.revision,
          seen: await seenInForm(tx, { ...input, dealId: row.deal_id }, values),
          ...fieldChange(version.definition.watched, values, attached),
        },
        submission: { values, taskId: row.id },
      };
    },
    answer: (_reply, intent) => whereNext(context, intent.run.dealId),
  });
}
