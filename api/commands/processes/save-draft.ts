import { canonicalJson } from '#core/definition/compiling/canonical-json.ts';
import type { Drawing } from '#core/drawing/drawing.ts';
import type { Transaction } from '#prisma/client.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { notFound } from '../../problem/app-error.ts';
import { announce } from '../running/changes.ts';
import { lockProcess } from './lock-process.ts';
import { rowCommand } from '../running/row-command.ts';

/** Writes the draft and counts its revision up. `by` is null for a draft that came from a file. */
export async function storeDraft(
  tx: Transaction,
  { by, at: draftAt }: { by: string | null; at: Date },
  key: string,
  drawing: object,
): Promise<{ revision: number; savedAt: string }> {
  const name = (drawing as Drawing).name;
  const { draftRevision } = await tx.process.update({
    where: { key },
    data: {
      draft: drawing,
      name,
      draftAt,
      draftById: by,
      draftRevision: { increment: 1 },
    },
    select: { draftRevision: true },
  });
  await announce(tx, [['process', key]]);
  return { revision: draftRevision, savedAt: draftAt.toISOString() };
}

/** The draft as it is, when it was saved on another revision and says the same: nothing is in conflict. */
async function sameDraft(
  tx: Transaction,
  { key, revision, drawing }: { key: string; revision: number; drawing: Drawing },
  at: Date,
): Promise<{ revision: number; savedAt: string } | undefined> {
  const found = await lockProcess(tx, key, undefined, at);
  if (found === revision) return undefined;
  const { draft, draftAt } = await tx.process.findUniqueOrThrow({
    where: { key },
    select: { draft: true, draftAt: true },
  });
  if (canonicalJson(draft) !== canonicalJson(drawing)) return undefined;
  return { revision: found, savedAt: draftAt.toISOString() };
}

/**
 * Saves a drawing that may still have problems; only its shape is checked. A drawing that the draft is
 * already is saved, whatever revision it was made on.
 */
export async function saveDraft(
  context: SignedInContext,
  input: { key: string; revision: number; drawing: Drawing },
) {
  return rowCommand(context, input, async (tx) => {
    const at = context.services.now();
    const same = await sameDraft(tx, input, at);
    if (same) return same;
    await lockProcess(tx, input.key, input.revision, at);
    return storeDraft(tx, { by: context.actor.id, at }, input.key, input.drawing);
  });
}

/** Copies a version into the draft; publishing it then is the rollback. */
export async function restoreVersion(
  context: SignedInContext,
  input: { key: string; number: number; revision: number },
) {
  return rowCommand(context, input, async (tx) => {
    const { key, number } = input;
    const at = context.services.now();
    await lockProcess(tx, key, input.revision, at);
    const version = await tx.processVersion.findUnique({
      where: { processKey_number: { processKey: key, number } },
      select: { drawing: true },
    });
    if (!version) throw notFound('version', `${key} ${number}`);
    return storeDraft(tx, { by: context.actor.id, at }, key, version.drawing as object);
  });
}
