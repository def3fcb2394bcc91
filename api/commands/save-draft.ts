import type { Drawing } from '#core/drawing/drawing.ts';
import type { Transaction } from '#prisma/client.ts';
import type { SignedInContext } from '../edge/request-context.ts';
import { notFound } from '../problem/app-error.ts';
import { announce } from './changes.ts';
import { lockProcess } from './lock-process.ts';
import { rowCommand } from './row-command.ts';

/** Writes the draft and counts its revision up. */
export async function storeDraft(
  tx: Transaction,
  context: SignedInContext,
  key: string,
  drawing: object,
): Promise<{ revision: number; savedAt: string }> {
  const draftAt = context.services.now();
  const name = (drawing as Drawing).name;
  const { draftRevision } = await tx.process.update({
    where: { key },
    data: {
      draft: drawing,
      name,
      draftAt,
      draftById: context.actor.id,
      draftRevision: { increment: 1 },
    },
    select: { draftRevision: true },
  });
  await announce(tx, [['process', key]]);
  return { revision: draftRevision, savedAt: draftAt.toISOString() };
}

/** Saves a drawing that may still have problems; only its shape is checked. */
export async function saveDraft(
  context: SignedInContext,
  input: { key: string; revision: number; drawing: Drawing },
) {
  return rowCommand(context, input, async (tx) => {
    await lockProcess(tx, input.key, input.revision, context.services.now());
    return storeDraft(tx, context, input.key, input.drawing);
  });
}

/** Copies a version into the draft; publishing it then is the rollback. */
export async function restoreVersion(
  context: SignedInContext,
  input: { key: string; number: number; revision: number },
) {
  return rowCommand(context, input, async (tx) => {
    const { key, number } = input;
    await lockProcess(tx, key, input.revision, context.services.now());
    const version = await tx.processVersion.findUnique({
      where: { processKey_number: { processKey: key, number } },
      select: { drawing: true },
    });
    if (!version) throw notFound('version', `${key} ${number}`);
    return storeDraft(tx, context, key, version.drawing as object);
  });
}
