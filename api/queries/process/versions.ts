import type { ProcessDefinition } from '#core/definition/definition.ts';
import { continueTarget, type Drawing } from '#core/drawing/drawing.ts';
import { drawnFrame } from '#core/drawing/drawn-step.ts';
import type { Database, Transaction } from '#prisma/client.ts';

/** A published version, as runs execute it and people read it. */
export interface Version {
  id: string;
  process: string;
  processName: string;
  number: number;
  drawing: Drawing;
  definition: ProcessDefinition;
}

const KEPT = 200;
/** Versions never change, so they are read once; the least recently used give way. */
const cache = new Map<string, Version>();

function keep(version: Version): Version {
  cache.delete(version.id);
  cache.set(version.id, version);
  const oldest = cache.keys().next().value;
  if (cache.size > KEPT && oldest !== undefined) cache.delete(oldest);
  return version;
}

type Reader = Pick<Database | Transaction, 'processVersion'>;

/** Several versions by id, with at most one query. */
export async function findVersions(
  database: Reader,
  ids: Iterable<string>,
): Promise<Map<string, Version>> {
  const wanted = [...new Set(ids)];
  const missing = wanted.filter((id) => !cache.has(id));
  if (missing.length > 0) {
    const rows = await database.processVersion.findMany({
      where: { id: { in: missing } },
      include: { process: { select: { name: true } } },
    });
    for (const row of rows)
      keep({
        id: row.id,
        process: row.processKey,
        processName: row.process.name,
        number: row.number,
        drawing: row.drawing as unknown as Drawing,
        definition: row.definition as unknown as ProcessDefinition,
      });
  }
  const found = wanted.flatMap((id) => cache.get(id) ?? []);
  return new Map(found.map((version) => [version.id, keep(version)]));
}

/** @throws Error when a row names a version that is not there: the database is damaged */
export async function findVersion(database: Reader, id: string): Promise<Version> {
  const version = (await findVersions(database, [id])).get(id);
  if (!version) throw new Error(`The process version ${id} is missing.`);
  return version;
}

/** Name of a stage or rail, or of an end of the process. */
export function targetName(drawing: Drawing, target: string): string {
  switch (target) {
    case 'won':
      return drawing.kind === 'service' ? 'Finished' : 'Won';
    case 'lost':
      return 'Lost';
    case 'finished':
      return 'Finished';
    case continueTarget:
      return 'Another process';
    default:
      return drawnFrame(drawing, target)?.name ?? target;
  }
}
