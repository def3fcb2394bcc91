import type { MachineEvent } from '#core/run/contract/run-contract.ts';
import type { Turn } from '../batch/turn.ts';

/** Leaves an event for a run in the outbox: it is sent as a signal once this batch is committed. */
export async function addSignal(
  { tx, at, changes }: Turn,
  run: { dealId: string; runNo: number },
  event: MachineEvent,
): Promise<void> {
  const row = { ...run, eventId: event.id, event: event as object, createdAt: at, nextAt: at };
  await tx.runSignal.createMany({ data: [row], skipDuplicates: true });
  changes.addWork('outbox');
}
