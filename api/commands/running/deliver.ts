import { refusal, type Refusal } from '#core/run/contract/reply.ts';
import type { ActReply } from '#core/run/contract/run-contract.ts';
import type { Database } from '#prisma/client.ts';
import type { Services } from '../../http/services.ts';
import { AppError } from '../../problem/app-error.ts';
import { NotConfirmed } from '../../runs/not-confirmed.ts';
import { isClosed } from '../../describe/closed.ts';
import type { Intent } from './intent.ts';
import { startRun } from './start-run.ts';

type Delivered =
  { kind: 'committed'; reply: ActReply | undefined } | { kind: 'refused'; refusal: Refusal };

/** True when a batch of the run has accepted the event: a run that has ended cannot be asked any more. */
async function isCommitted(database: Database, { run, event }: Intent): Promise<boolean> {
  const sought = JSON.stringify([{ id: event.id }]);
  const rows = await database.$queryRaw<unknown[]>`
    SELECT 1 FROM run_batch
    WHERE deal_id = ${run.dealId} AND run_no = ${run.runNo} AND events::jsonb @> ${sought}::jsonb
      AND NOT ${event.id} = ANY (refused) LIMIT 1`;
  return rows.length > 0;
}

/** The run is not open: it has ended, or its start is still on its way. */
async function whenGone(services: Services, intent: Intent): Promise<Delivered> {
  const { database } = services;
  if (await isCommitted(database, intent)) return { kind: 'committed', reply: undefined };
  const deal = await database.deal.findUniqueOrThrow({
    where: { id: intent.run.dealId },
    select: { state: true },
  });
  if (isClosed(deal.state))
    return { kind: 'refused', refusal: refusal('closed', 'The deal is closed.') };
  await startRun(services, intent.run);
  throw new NotConfirmed();
}

/**
 * Tells the run and waits for its commit.
 * @throws NotConfirmed when none came in time; AppError `halted` when the run waits for an operator
 */
export async function deliver(services: Services, intent: Intent): Promise<Delivered> {
  const outcome = await services.runs.act(intent.run, intent.event);
  switch (outcome.kind) {
    case 'done':
      return { kind: 'committed', reply: outcome.value };
    case 'refused':
      return { kind: 'refused', refusal: outcome.refusal };
    case 'gone':
      return whenGone(services, intent);
    case 'halted':
      throw new AppError('halted', 'An operator must look at this deal first. Tell operations.');
    case 'unknown':
    case 'again':
      throw new NotConfirmed(outcome.cause);
  }
}
