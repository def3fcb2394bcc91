import { haltIncident } from '#core/run/contract/run-contract.ts';
import type { Database, Transaction } from '#prisma/client.ts';
import { Changes } from '../../projections/changes.ts';
import type { Halt } from './batch.ts';

/** Shows a halted run as an incident of its deal, once. */
export async function openHalt(database: Database, halt: Halt): Promise<void> {
  const { dealId, runNo, stage, code } = halt;
  const data = { stage, code, choices: ['retry'], openedAt: new Date(halt.at) };
  await database.$transaction(async (tx) => {
    await tx.incident.upsert({
      where: { dealId_runNo_incident: { dealId, runNo, incident: haltIncident } },
      create: { dealId, runNo, incident: haltIncident, ...data },
      update: { ...data, resolvedAt: null, resolution: null },
    });
    await announce(tx, dealId);
  });
}

/** An operator let the run go on. */
export async function closeHalt(database: Database, { dealId, runNo, at }: Halt): Promise<void> {
  await database.$transaction(async (tx) => {
    await tx.incident.updateMany({
      where: { dealId, runNo, incident: haltIncident, resolvedAt: null },
      data: { resolvedAt: new Date(at), resolution: 'retried' },
    });
    await announce(tx, dealId);
  });
}

async function announce(tx: Transaction, dealId: string): Promise<void> {
  const changes = new Changes(tx);
  changes.add('deal', dealId);
  await changes.publish();
}
