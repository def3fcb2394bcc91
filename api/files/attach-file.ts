import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { drawnStep } from '#core/drawing/drawn-step.ts';
import type { Transaction } from '#prisma/client.ts';
import { announce } from '../commands/running/changes.ts';
import { openDeal } from '../commands/deals/deal-row.ts';
import { deliver } from '../commands/running/deliver.ts';
import { clientKey } from '../commands/running/idempotency.ts';
import { requireOpen, taskRow } from '../commands/tasks/lock-task.ts';
import { rowCommand } from '../commands/running/row-command.ts';
import type { SignedInContext } from '../http/request-context.ts';
import { AppError, notFound } from '../problem/app-error.ts';
import { readDealFiles, type DealFileItem } from '../queries/deal/deal-files.ts';
import { rightsOf } from '../queries/task/task-rights.ts';
import { findVersion, type Version } from '../queries/process/versions.ts';
import { checkContent, fileHash, safeName } from './file-content.ts';
import type { Received } from './receive-file.ts';

export interface Target {
  dealId: string;
  field: string;
  taskId: string | undefined;
}

function unknownField(field: string): AppError {
  const message = `No file is asked for under “${field}” here.`;
  return new AppError('unknown-reference', message, {
    errors: [{ path: 'field', value: field, message }],
  });
}

function requireFileField({ drawing }: Version, field: string): void {
  if (!drawing.fields.some(({ id, type }) => id === field && type === 'file'))
    throw unknownField(field);
}

/** A file for a task: the task is the person's to do, and its form asks for the field. */
async function checkTask(
  tx: Transaction,
  context: SignedInContext,
  target: Target,
  version: Version,
) {
  const row = await taskRow(tx, target.taskId ?? '', true);
  if (row.deal_id !== target.dealId) throw notFound('task', target.taskId ?? '');
  requireOpen(row);
  if (!rightsOf(context.actor, row).complete)
    throw new AppError('forbidden', `“${row.title}” is not yours. Claim it first.`);
  const step = drawnStep(version.drawing, row.stage, row.step);
  const asks = step?.kind === 'task' && step.form.some(({ field }) => field === target.field);
  if (!asks) throw unknownField(target.field);
  return row;
}

async function insert(
  tx: Transaction,
  context: SignedInContext,
  target: Target,
  file: { name: string; size: number; type: string; sha256: string; path: string },
): Promise<DealFileItem> {
  const { dealId, field, taskId } = target;
  const deal = await openDeal(tx, dealId);
  const version = await findVersion(tx, deal.versionId);
  requireFileField(version, field);
  const task = taskId === undefined ? undefined : await checkTask(tx, context, target, version);
  const { id } = await tx.dealFile.create({
    data: { dealId, taskId: taskId ?? null, field, byId: context.actor.id, ...file },
    select: { id: true },
  });
  await announce(tx, [
    ['deal', dealId],
    ['task', task?.department_key],
    ['task', task?.assignee_id],
  ]);
  const files = await readDealFiles(tx, version.drawing, dealId);
  return files.find((each) => each.id === id)!;
}

/**
 * Tells the run that a field has a file, or has none any more, where its conditions ask. The event's
 * id comes from the command's key, so a repeated request says it once.
 */
export async function tellRun(
  { services, actor }: SignedInContext,
  { dealId, field, isSet, key }: { dealId: string; field: string; isSet: boolean; key: string },
): Promise<void> {
  const deal = await services.database.deal.findUniqueOrThrow({
    where: { id: dealId },
    select: { runNo: true, versionId: true },
  });
  const { definition } = await findVersion(services.database, deal.versionId);
  if (definition.watched[field] !== 'isSet') return;
  await deliver(services, {
    run: { dealId, runNo: deal.runNo },
    event: {
      id: `file:${clientKey(actor.id, key)}`,
      kind: 'setFields',
      by: actor.id,
      submission: null,
      values: {},
      isSet: { [field]: isSet },
    },
  });
}

/**
 * Keeps an uploaded file: checked by content, under a random name, with its hash. A file of a task
 * counts when the task is completed; one of the deal at once.
 * @throws AppError `file-type`, `unknown-reference`, `not-open`, `closed`
 */
export async function attachFile(
  context: SignedInContext,
  target: Target,
  received: Received,
): Promise<DealFileItem> {
  const name = safeName(received.name);
  const type = await checkContent(received.path, name);
  const sha256 = await fileHash(received.path);
  const random = randomUUID();
  const path = join(random.slice(0, 2), random);
  const place = join(context.services.filesDir, path);
  let isKept = false;
  const file = { name, size: received.size, type, sha256, path };
  const item = await rowCommand(context, { ...target, name, sha256 }, async (tx) => {
    const inserted = await insert(tx, context, target, file);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    await rename(received.path, place);
    isKept = true;
    return inserted;
  }).catch(async (error: unknown) => {
    if (isKept) await rm(place, { force: true });
    throw error;
  });
  if (target.taskId === undefined) {
    const key = context.idempotencyKey ?? item.id;
    await tellRun(context, { dealId: target.dealId, field: target.field, isSet: true, key });
  }
  return item;
}
