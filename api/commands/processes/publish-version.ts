import { compile } from '#core/definition/compile.ts';
import type { Problem } from '#core/definition/problems/problem.ts';
import { validate } from '#core/definition/validate.ts';
import type { Drawing } from '#core/drawing/drawing.ts';
import type { Transaction } from '#prisma/client.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { AppError } from '../../problem/app-error.ts';
import { readDirectory } from '../../queries/people/get-directory.ts';
import { readVersions } from '../../queries/process/list-versions.ts';
import { announce } from '../running/changes.ts';
import { expectConfirmed } from './expect-confirmed.ts';
import { lockProcess } from './lock-process.ts';
import { rowCommand } from '../running/row-command.ts';

function notPublishable(problems: Problem[]): AppError {
  const errors = problems.map(({ code, stage, elementId, fieldPath, message, fix }) => ({
    path: [stage, elementId === stage ? '' : elementId, fieldPath].filter(Boolean).join('.'),
    code,
    message,
    ...(fix && { remedy: fix.label }),
  }));
  const detail =
    errors.length === 1
      ? '1 error must be fixed before publishing.'
      : `${errors.length} errors must be fixed before publishing.`;
  return new AppError('not-publishable', detail, { errors });
}

async function nextNumber(tx: Transaction, key: string): Promise<number> {
  const { _max } = await tx.processVersion.aggregate({
    where: { processKey: key },
    _max: { number: true },
  });
  return (_max.number ?? 0) + 1;
}

/**
 * The number of the version that was made of this very draft: nothing was saved since, and the newest version has
 * the same drawing. Whoever publishes it a second time, in another tab say, gets that version.
 */
async function publishedAlready(tx: Transaction, key: string): Promise<number | undefined> {
  const rows = await tx.$queryRaw<{ number: number }[]>`
    SELECT v.number FROM process p JOIN process_version v ON v.process_key = p.key
    WHERE p.key = ${key} AND v.published_at >= p.draft_at AND v.drawing = p.draft
      AND v.number = (SELECT max(number) FROM process_version WHERE process_key = ${key})`;
  return rows[0]?.number;
}

/**
 * Publishes the draft as the next version: validated against the organisation as it is now, compiled,
 * immutable. New deals use it at once. A draft that was published as it is makes no second version.
 * @throws AppError `draft-changed`, `not-publishable` with every error, or `not-confirmed`
 */
export async function publishVersion(
  context: SignedInContext,
  input: { key: string; revision: number; note: string; confirmed: string[] },
) {
  return rowCommand(context, input, async (tx) => {
    const { key, note } = input;
    const now = context.services.now();
    // One at a time: two that each see the other's version before would close a circle (E28).
    await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('publish', 0))`;
    await lockProcess(tx, key, input.revision, now);
    const already = await publishedAlready(tx, key);
    if (already !== undefined) return (await readVersions(tx, key, already))[0]!;
    const process = await tx.process.findUniqueOrThrow({ where: { key } });
    const drawing = process.draft as unknown as Drawing;
    const directory = await readDirectory(tx, now, key);
    const problems = validate(drawing, directory);
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw notPublishable(errors);
    expectConfirmed(directory.published, drawing, input.confirmed);
    const definition = compile(drawing, { process: key });
    const number = await nextNumber(tx, key);
    await tx.processVersion.create({
      data: {
        processKey: key,
        number,
        checksum: definition.checksum,
        drawing: drawing as object,
        definition: definition as unknown as object,
        note,
        authorId: context.actor.id,
        publishedAt: now,
      },
      select: { id: true },
    });
    await announce(tx, [['process', key]]);
    const [summary] = await readVersions(tx, key, number);
    return summary!;
  });
}
