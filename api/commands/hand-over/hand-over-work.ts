import type { Transaction } from '#prisma/client.ts';
import type { HandOver } from '../../contract/admin.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { requireKnown } from '../people/admin-checks.ts';
import { handOverDeals } from './hand-over-deals.ts';
import { handOverTasks } from './hand-over-tasks.ts';
import { tellHandOver, tellWithoutOwner } from './tell-hand-over.ts';

/**
 * Hands over what a person who may not sign in any more has in hand, as chosen, in the transaction that deactivates
 * them (E30). Runs hear of their new owner through their outbox. What nobody gets is told to the leads of the
 * person's departments and to the managers.
 */
export async function handOverWork(
  tx: Transaction,
  { services, actor }: SignedInContext,
  person: { id: string; name: string },
  choice: HandOver,
): Promise<void> {
  const now = services.now();
  if (choice.lead !== undefined) await requireKnown(tx, { lead: choice.lead });
  const deals = await handOverDeals(tx, person.id, choice.deals, { by: actor.id, now });
  const tasks = await handOverTasks(tx, person.id, choice, now);
  await tx.department.updateMany({
    where: { leadId: person.id },
    data: { leadId: choice.lead ?? null, revision: { increment: 1 } },
  });
  await tellHandOver(tx, person, { deals, tasks }, now);
  await tellWithoutOwner(tx, person, { dealsGoOver: choice.deals.to !== 'nobody', now });
}
