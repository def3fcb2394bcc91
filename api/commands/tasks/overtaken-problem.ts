import { drawnStep } from '#core/drawing/drawn-step.ts';
import { taskKey } from '#core/run/state/keys.ts';
import { refOfEvent } from '#core/run/state/occurrence.ts';
import type { Refusal } from '#core/run/contract/reply.ts';
import type { Database } from '#prisma/client.ts';
import { AppError, type ProblemItem } from '../../problem/app-error.ts';
import { selectTasks, type TaskRow } from '../../queries/task/task-row.ts';
import { findVersion } from '../../queries/process/versions.ts';
import { fieldText } from '../../describe/field-text.ts';
import { currentTask } from './lock-task.ts';
import type { Intent } from '../running/intent.ts';
import { staleRow } from '../running/stale-row.ts';

/**
 * The problem of a command that was made on what is no longer so (E25), with what is so now; undefined where
 * the run is elsewhere altogether.
 */
export async function overtakenProblem(
  database: Database,
  { run, event }: Intent,
  refusal: Refusal,
): Promise<AppError | undefined> {
  switch (event.kind) {
    case 'setFields':
      return staleFields(database, run.dealId, refusal);
    case 'setOwner':
      return staleOwner(database, run.dealId, refusal);
    case 'hold':
    case 'resume':
      return staleHold(database, run.dealId, refusal);
    case 'complete':
    case 'decide':
    case 'request':
    case 'notNeeded':
    case 'waive':
    case 'pauseTask':
    case 'resumeTask':
      return staleTask(database, { run, event }, refusal);
    default:
      return undefined;
  }
}

async function staleFields(database: Database, id: string, { message }: Refusal) {
  const current = await database.deal.findUniqueOrThrow({
    where: { id },
    select: { fields: true, fieldsRevision: true },
  });
  const errors = [{ path: 'revision', message: `It is at ${current.fieldsRevision} now.` }];
  return new AppError('stale', message, { errors, current });
}

async function staleOwner(database: Database, id: string, { message }: Refusal) {
  const { ownerId } = await database.deal.findUniqueOrThrow({
    where: { id },
    select: { ownerId: true },
  });
  const owner =
    ownerId === null
      ? null
      : await database.person.findUnique({
          where: { id: ownerId },
          select: { id: true, name: true },
        });
  const errors = [{ path: 'from', message: `The owner is ${owner?.name ?? 'nobody'} now.` }];
  return new AppError('stale', message, { errors, current: { owner } });
}

async function staleHold(database: Database, id: string, { message }: Refusal) {
  const { heldUntil: until } = await database.deal.findUniqueOrThrow({
    where: { id },
    select: { heldUntil: true },
  });
  const heldUntil = until?.toISOString() ?? null;
  const now = heldUntil === null ? 'It is not on hold now.' : `It is on hold until ${heldUntil}.`;
  return new AppError('stale', message, {
    errors: [{ path: 'heldUntil', message: now }],
    current: { heldUntil },
  });
}

async function staleTask(database: Database, { run, event }: Intent, refusal: Refusal) {
  const ref = refOfEvent(event);
  const rows = await database.$queryRaw<TaskRow[]>`
    ${selectTasks} WHERE t.deal_id = ${run.dealId} AND t.run_no = ${run.runNo}
      AND t.key = ${ref ? taskKey(ref) : ''}`;
  const [row] = rows;
  if (!row) return undefined;
  if (refusal.fields) return changedFields(database, row, refusal);
  const seen = 'revision' in event ? event.revision : undefined;
  if (seen === undefined || seen === row.revision) return undefined;
  return staleRow(`“${row.title}”`, seen, currentTask(row));
}

/** Each field that was changed meanwhile, with its value where the task shows it. */
async function changedFields(database: Database, row: TaskRow, refusal: Refusal) {
  const { drawing } = await findVersion(database, row.version_id);
  const step = drawnStep(drawing, row.stage, row.step);
  const form = step && 'form' in step ? step.form.map(({ field }) => field) : [];
  const granted = new Set([...form, ...(step && 'shows' in step ? step.shows : [])]);
  const { fields, fieldsRevision } = await database.deal.findUniqueOrThrow({
    where: { id: row.deal_id },
    select: { fields: true, fieldsRevision: true },
  });
  const errors = (refusal.fields ?? []).flatMap((id): ProblemItem[] => {
    const field = drawing.fields.find((each) => each.id === id);
    const value = (fields as Record<string, unknown>)[id];
    const now = field && granted.has(id) ? ` to ${fieldText(field, value, row.currency)}` : '';
    const message = `${field?.label ?? id} was changed meanwhile${now}.`;
    return [{ path: `values.${id}`, code: 'changed', message }];
  });
  return new AppError('stale', refusal.message, {
    errors,
    current: { ...currentTask(row), fieldsRevision },
  });
}
