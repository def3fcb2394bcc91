import { drawingSchema, type Drawing } from '#core/drawing/drawing.ts';
import type { ProcessFile } from '#core/drawing/process-file.ts';
import type { Database } from '#prisma/client.ts';
import { notFound } from '../problem/app-error.ts';

export interface Exported {
  file: ProcessFile;
  /** What was exported: `version 3`, or `draft, revision 7`. */
  what: string;
}

/**
 * The draft of a process, or a version of it, as the content of a file: in the order of the schema, so
 * that two exports can be compared line by line.
 * @throws AppError `not-found`
 */
export async function exportProcess(
  database: Pick<Database, 'process' | 'processVersion'>,
  { key, version }: { key: string; version?: number | undefined },
): Promise<Exported> {
  const found =
    version === undefined ? await ofDraft(database, key) : await ofVersion(database, key, version);
  const drawing = drawingSchema.parse(found.drawing) satisfies Drawing;
  return { file: { format: 1, key, name: drawing.name, drawing }, what: found.what };
}

async function ofDraft(database: Pick<Database, 'process'>, key: string) {
  const found = await database.process.findUnique({
    where: { key },
    select: { draft: true, draftRevision: true },
  });
  if (!found) throw notFound('process', key);
  return { drawing: found.draft, what: `draft, revision ${found.draftRevision}` };
}

async function ofVersion(database: Pick<Database, 'processVersion'>, key: string, number: number) {
  const found = await database.processVersion.findUnique({
    where: { processKey_number: { processKey: key, number } },
    select: { drawing: true },
  });
  if (!found) throw notFound('version', `${number} of ${key}`);
  return { drawing: found.drawing, what: `version ${number}` };
}
