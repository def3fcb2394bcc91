import type { Refusal } from '#core/run/contract/reply.ts';
import type { Database } from '#prisma/client.ts';
import { AppError } from '../../problem/app-error.ts';
import { findVersion } from '../../queries/process/versions.ts';
import { unmetWords } from '../../describe/unmet-words.ts';
import { overtakenProblem } from '../tasks/overtaken-problem.ts';
import { refusedInput } from './refused-input.ts';
import type { Intent } from './intent.ts';

async function currentOf(database: Database, dealId: string) {
  return database.deal.findUniqueOrThrow({
    where: { id: dealId },
    select: { state: true, stage: true, visit: true, versionId: true, fieldsRevision: true },
  });
}

type Position = Awaited<ReturnType<typeof currentOf>>;

async function gateUnmet(database: Database, position: Position, refusal: Refusal) {
  const { drawing } = await findVersion(database, position.versionId);
  const errors = (refusal.unmet ?? []).map((unmet) => {
    const { kind, label, detail, step, fields } = unmetWords(drawing, unmet);
    const path = step
      ? `steps.${step}`
      : kind === 'reasons'
        ? 'reasons'
        : `fields.${fields?.[0] ?? ''}`;
    return { path, message: `${label}: ${detail}`, code: kind };
  });
  const count = errors.length === 1 ? 'One thing is' : `${errors.length} things are`;
  return new AppError('gate-unmet', `${count} missing before the deal can leave its stage.`, {
    errors,
  });
}

/** A refusal by the run as a problem that names what is missing and where the deal is now. */
export async function refuse(
  database: Database,
  intent: Intent,
  refusal: Refusal,
): Promise<AppError> {
  const { run, event } = intent;
  const overtaken = refusal.code === 'stale' && (await overtakenProblem(database, intent, refusal));
  if (overtaken) return overtaken;
  const position = await currentOf(database, run.dealId);
  const { state, stage, visit, fieldsRevision } = position;
  const current = { state, stage, visit, fieldsRevision };
  const errors = refusedInput(event, refusal, stage);
  const details = { current, ...(errors.length > 0 && { errors }) };
  switch (refusal.code) {
    case 'unmet':
      return gateUnmet(database, position, refusal);
    case 'unknown':
      return new AppError('not-found', refusal.message, details);
    case 'closed':
      return new AppError('closed', `The deal is ${state}. Nothing can be done on it.`, {
        current,
      });
    case 'unknown-outcome':
    case 'unknown-exit':
    case 'stale':
    case 'not-open':
    case 'started':
    case 'frozen':
    case 'own-request':
      return new AppError(refusal.code, refusal.message, details);
  }
}
