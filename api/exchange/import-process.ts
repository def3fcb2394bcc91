import { canonicalJson } from '#core/definition/compiling/canonical-json.ts';
import { nowStarting, toConfirm } from '#core/definition/comparing/now-starting.ts';
import type { Problem } from '#core/definition/problems/problem.ts';
import { validate } from '#core/definition/validate.ts';
import type { ProcessFile } from '#core/drawing/process-file.ts';
import type { Database, Transaction } from '#prisma/client.ts';
import { insertProcess } from '../commands/processes/create-process.ts';
import { lockProcess } from '../commands/processes/lock-process.ts';
import { storeDraft } from '../commands/processes/save-draft.ts';
import { recordAudit } from '../http/audit.ts';
import { notFound } from '../problem/app-error.ts';
import { readDirectory } from '../queries/people/get-directory.ts';

export interface Imported {
  did: 'made' | 'replaced' | 'nothing';
  /** Of the draft as it is now. */
  revision: number;
  /** What the draft has against being published in this organisation. */
  problems: Problem[];
  /** Steps that must be confirmed before it is published, such as `send.mail`. */
  confirm: string[];
}

/**
 * Makes the process of a file, or replaces the draft of the one with its key; it never publishes. A
 * draft that says the same already stays as it is. With `revision` the draft must be at that one.
 * @throws AppError `draft-changed`, or `not-found` when a revision is named and there is no process
 */
export async function importProcess(
  database: Database,
  file: ProcessFile,
  { revision, now }: { revision?: number | undefined; now: Date },
): Promise<Imported> {
  return database.$transaction(async (tx) => {
    const written = await writeDraft(tx, file, revision, now);
    const directory = await readDirectory(tx, now, file.key);
    const { published } = directory;
    const starting = published ? nowStarting(published, file.drawing) : [];
    return {
      ...written,
      problems: validate(file.drawing, directory),
      confirm: toConfirm(starting).map(({ step }) => step),
    };
  });
}

async function writeDraft(
  tx: Transaction,
  { key, drawing }: ProcessFile,
  seen: number | undefined,
  at: Date,
): Promise<Pick<Imported, 'did' | 'revision'>> {
  const isNew = await insertProcess(tx, key, drawing, null);
  if (isNew && seen !== undefined) throw notFound('process', key);
  const revision = await lockProcess(tx, key, seen, at);
  const { draft } = await tx.process.findUniqueOrThrow({ where: { key }, select: { draft: true } });
  const isSame = !isNew && canonicalJson(draft) === canonicalJson(drawing);
  if (isSame) return { did: 'nothing', revision };
  const stored = isNew ? { revision } : await storeDraft(tx, { by: null, at }, key, drawing);
  const subject = { kind: 'process', id: key };
  await recordAudit(tx, { actorId: null, action: 'processes.import', subject, result: 'ok' });
  return { did: isNew ? 'made' : 'replaced', revision: stored.revision };
}
