import type { Value } from '#core/condition/condition.ts';
import { fieldChange } from '#core/definition/comparing/field-change.ts';
import { keptBy } from '#core/drawing/kept-values.ts';
import type { StartEvent } from '#core/run/contract/run-contract.ts';
import type { RunState } from '#core/run/state/run-state.ts';
import { drawnStage } from '#core/drawing/drawn-step.ts';
import type { Deal } from '#prisma/generated/client.ts';
import type { Transaction } from '#prisma/client.ts';
import { beginRun, betweenRuns } from '#prisma/begin-run.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { AppError, notFound } from '../../problem/app-error.ts';
import { liveVersion } from '../../queries/process/live-version.ts';
import { announce } from '../running/changes.ts';
import { isClosed } from '../../describe/closed.ts';
import { rowCommand } from '../running/row-command.ts';
import { startRun } from '../running/start-run.ts';

interface Input {
  dealId: string;
  stage: string;
  reason: string;
}

/**
 * A closed deal begins again as a new run on the newest version, at a stage of it (E16). Visits and
 * steps done come along.
 * @throws AppError `not-open` when it is open still, `halted` while an incident waits, `invalid-input` for a
 * stage that is not there
 */
export async function reopenDeal(context: SignedInContext, input: Input) {
  const { dealId } = input;
  const { runNo } = await rowCommand(context, input, (tx) => writeRun(tx, context, input));
  await startRun(context.services, { dealId, runNo });
  return { ok: true as const };
}

async function writeRun(tx: Transaction, context: SignedInContext, input: Input) {
  const deal = await lockClosed(tx, input.dealId);
  await nothingWaits(tx, deal);
  const version = await liveVersion(tx, deal.processKey);
  if (!drawnStage(version.drawing, input.stage)) throw unknownStage(input.stage);
  const runNo = deal.runNo + 1;
  const dealId = deal.id;
  const { fields } = version.drawing;
  // Whoever still edits the fields of the run before has not seen those of this one.
  const fieldsRevision = deal.fieldsRevision + 1;
  const { values: kept, misfits } = keptBy(fields, deal.fields as Record<string, Value>);
  await tx.deal.update({
    where: { id: dealId },
    data: { ...betweenRuns, runNo, versionId: version.id, fields: kept as object, fieldsRevision },
    select: { id: true },
  });
  const values = { text: input.reason };
  const by = context.actor.id;
  await tx.submission.create({
    data: { id: `reopen:${dealId}:${runNo}`, dealId, byId: by, values },
  });
  const { visits = {}, done = {}, changes } = (deal.runState ?? {}) as Partial<RunState>;
  const event: StartEvent = {
    id: `start:${dealId}:${runNo}`,
    kind: 'start',
    by,
    owner: deal.ownerId,
    fieldsRevision,
    at: { stage: input.stage, via: 'reopened', visits, done, ...(changes && { changes }) },
    ...(misfits.length > 0 && { misfits }),
    ...fieldChange(version.definition.watched, kept),
  };
  await beginRun(tx, { dealId, runNo, event });
  await announce(tx, [
    ['deal', dealId],
    ['board', deal.processKey],
  ]);
  return { runNo };
}

type Closed = Pick<Deal, 'id' | 'runNo' | 'title'>;

async function lockClosed(tx: Transaction, dealId: string) {
  await tx.$queryRaw`SELECT id FROM deal WHERE id = ${dealId} FOR UPDATE`;
  const deal = await tx.deal.findUnique({ where: { id: dealId } });
  if (!deal) throw notFound('deal', dealId);
  if (isClosed(deal.state)) return deal;
  const { state, stage, visit, fieldsRevision } = deal;
  throw new AppError('not-open', `“${deal.title}” is not closed: there is nothing to reopen.`, {
    current: { state, stage, visit, fieldsRevision },
  });
}

/** A run that has an incident after its end is not over: what should follow would come besides. */
async function nothingWaits(tx: Transaction, { id, runNo, title }: Closed): Promise<void> {
  const waiting = await tx.incident.count({ where: { dealId: id, runNo, resolvedAt: null } });
  if (waiting === 0) return;
  throw new AppError(
    'halted',
    `What follows the end of “${title}” could not be started: resolve the incident of the deal first.`,
  );
}

function unknownStage(stage: string): AppError {
  const message = 'The newest version has no such stage: choose one of its stages.';
  return new AppError('invalid-input', message, {
    errors: [{ path: 'stage', value: stage, message }],
  });
}
