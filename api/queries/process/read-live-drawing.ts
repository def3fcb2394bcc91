import type { Drawing } from '#core/drawing/drawing.ts';
import type { Database, Transaction } from '#prisma/client.ts';

/** The drawing of the newest version of a process; undefined while it has none. */
export async function readLiveDrawing(
  database: Pick<Database | Transaction, 'processVersion'>,
  processKey: string,
): Promise<Drawing | undefined> {
  const live = await database.processVersion.findFirst({
    where: { processKey },
    orderBy: { number: 'desc' },
    select: { drawing: true },
  });
  return live?.drawing as unknown as Drawing | undefined;
}
