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
  database: Database,
  { key, version }: { key: string; version?: number | undefined },
): Promise<Exported> {
  const found =
    version === undefined ? await ofDraft(database, key) : await ofVersion(database, key, version);
  const drawing = drawingSchema.parse(found.drawing) satisfies Drawing;
  return { file: { format: 1, key, name: drawing.name, drawing }, what: found.what };
}

async function ofDraft(database: Database, key: string) {
  const found = await database.process.findUnique({
    where: { key },
    select: { draft: true, draftRevision: true },
  });
  if (!found) throw notFound('process', key, await knownKeys(database));
  return { drawing: found.draft, what: `draft, revision ${found.draftRevision}` };
}

async function knownKeys(database: Database): Promise<string[]> {
  const rows = await database.process.findMany({ select: { key: true }, orderBy: { key: 'asc' } });
  return rows.map(({ key }) => key);
}

async function ofVersion(database: Database, key: string, number: number) {
  const found = await database.processVersion.findUnique({
    where: { processKey_number: { processKey: key, number } },
    select: { drawing: true },
  });
  if (!found) throw notFound('version', `${number} of ${key}`, await numbersOf(database, key));
  return { drawing: found.drawing, what: `version ${number}` };
}

/** Of a process that there is not, the process is what is wrong. */
async function numbersOf(database: Database, processKey: string): Promise<string[]> {
  if ((await database.process.count({ where: { key: processKey } })) === 0)
    throw notFound('process', processKey, await knownKeys(database));
  const rows = await database.processVersion.findMany({
    where: { processKey },
    select: { number: true },
    orderBy: { number: 'asc' },
  });
  return rows.map(({ number }) => String(number));
}
