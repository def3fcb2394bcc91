import type { Value } from '#core/condition/condition.ts';
import { fieldChange } from '#core/definition/comparing/field-change.ts';
import { keptBy } from '#core/drawing/kept-values.ts';
import type { Database, Transaction } from '#prisma/client.ts';
import { newestVersion } from '../activities/other-deals/newest-version.ts';

interface RunRef {
  dealId: string;
  runNo: number;
}

/**
 * A follow-up that was planned for now begins on the newest version of its process: what was newest
 * when it was planned may be half a year old. A deal that has begun is left as it is.
 */
export async function beginPlanned(database: Database, run: RunRef): Promise<void> {
  await database.$transaction(async (tx) => {
    const planned = await tx.$queryRaw<{ process: string; fields: Record<string, Value> }[]>`
      SELECT process_key AS process, fields FROM deal
      WHERE id = ${run.dealId} AND state = 'planned' FOR UPDATE`;
    const [deal] = planned;
    if (!deal) return;
    const { id: versionId, drawing, definition } = await newestVersion(tx, deal.process);
    const { values, misfits } = keptBy(drawing.fields, deal.fields);
    const { currency } = drawing;
    await tx.deal.update({
      where: { id: run.dealId },
      data: { state: 'starting', versionId, currency, fields: values as object },
      select: { id: true },
    });
    const change = fieldChange(definition.watched, values);
    await writeEvent(tx, run, { ...change, ...(misfits.length > 0 && { misfits }) });
  });
}

async function writeEvent(tx: Transaction, { dealId, runNo }: RunRef, change: object) {
  const where = { dealId_runNo: { dealId, runNo } };
  const { event } = await tx.runStart.findUniqueOrThrow({ where, select: { event: true } });
  const data = { event: { ...(event as object), ...change } };
  await tx.runStart.update({ where, data, select: { runNo: true } });
}
