import type { Value } from '#core/condition/condition.ts';
import type { StartEvent } from '#core/run/contract/run-contract.ts';
import type { Transaction } from './client.ts';
import { demoDeals, type DemoDeal } from './demo-deals.ts';
import type { SeededVersion } from './seed-company.ts';

/** What the run is told of the first values (E23). */
function watchedValues({ definition }: SeededVersion, fields: Record<string, Value>) {
  const watched = Object.entries(fields);
  const of = (kind: 'value' | 'isSet') => watched.filter(([id]) => definition.watched[id] === kind);
  return {
    values: Object.fromEntries(of('value')),
    isSet: Object.fromEntries(of('isSet').map(([id]) => [id, true])),
  };
}

function startEvent(
  dealId: string,
  owner: string,
  version: SeededVersion,
  deal: DemoDeal,
): StartEvent {
  return {
    id: `start:${dealId}`,
    kind: 'start',
    by: owner,
    owner,
    ...watchedValues(version, deal.fields),
  };
}

async function seedDeal(
  tx: Transaction,
  deal: DemoDeal,
  version: SeededVersion,
  owner: string,
  number: string,
): Promise<void> {
  const { title, contact, source, process } = deal;
  const { id: contactId } = await tx.contact.create({ data: contact, select: { id: true } });
  const { id } = await tx.deal.create({
    data: {
      number,
      title,
      processKey: process,
      versionId: version.id,
      contactId,
      valueMinor: BigInt(deal.value) * 100n,
      currency: version.drawing.currency,
      source,
      ownerId: owner,
      fields: deal.fields,
      createdById: owner,
      search: [number, title, contact.name, contact.company ?? ''].join(' ').toLowerCase(),
    },
    select: { id: true },
  });
  const event = startEvent(id, owner, version, deal) as object;
  await tx.runStart.create({ data: { dealId: id, runNo: 1, event } });
}

/** Registers the demo deals; the worker's sweeper starts their runs. */
export async function seedDeals(
  tx: Transaction,
  versions: Map<string, SeededVersion>,
  people: Map<string, string>,
): Promise<void> {
  const year = new Date().getUTCFullYear();
  const counts = new Map<string, number>();
  for (const deal of demoDeals) {
    const version = versions.get(deal.process);
    const owner = people.get(deal.owner);
    if (!version || !owner)
      throw new Error(`The demo deal “${deal.title}” lacks process or owner.`);
    const prefix = `${deal.process.split('-')[0]}-${year}`;
    const n = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, n);
    await seedDeal(tx, deal, version, owner, `${prefix}-${String(n).padStart(4, '0')}`);
  }
  const data = [...counts].map(([prefix, value]) => ({ key: `deal-number:${prefix}`, value }));
  await tx.setting.createMany({ data });
}
