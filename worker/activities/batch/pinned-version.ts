import type { ProcessDefinition } from '#core/definition/definition.ts';
import { drawingSchema, type Drawing } from '#core/drawing/drawing.ts';
import type { Transaction } from '#prisma/client.ts';

export interface PinnedVersion {
  number: number;
  drawing: Drawing;
  definition: ProcessDefinition;
}

/** So many versions are kept in memory; the one read longest ago gives way. */
const KEPT = 200;
const versions = new Map<string, PinnedVersion>();

/** A published version, for names, texts and probabilities. Versions never change, so they are kept. */
export async function pinnedVersion(
  tx: Pick<Transaction, 'processVersion'>,
  id: string,
): Promise<PinnedVersion> {
  const version = versions.get(id) ?? (await read(tx, id));
  versions.delete(id);
  versions.set(id, version);
  const oldest = versions.keys().next().value;
  if (versions.size > KEPT && oldest !== undefined) versions.delete(oldest);
  return version;
}

async function read(tx: Pick<Transaction, 'processVersion'>, id: string): Promise<PinnedVersion> {
  const { number, drawing, definition } = await tx.processVersion.findUniqueOrThrow({
    where: { id },
    select: { number: true, drawing: true, definition: true },
  });
  return {
    number,
    drawing: drawingSchema.parse(drawing),
    // Written at publish, by the compiler.
    definition: definition as unknown as ProcessDefinition,
  };
}
