import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import {
  dealWorkflowId,
  eventSignal,
  type SignalledEvent,
} from '#core/run/contract/run-contract.ts';

/**
 * Signals a run. The event carries an id of its own, so that telling a run twice is telling it once.
 * Answers false when the run has ended, or has not begun.
 */
export async function signalRun(
  client: Client,
  { dealId, runNo }: { dealId: string; runNo: number },
  event: SignalledEvent,
): Promise<boolean> {
  try {
    const handle = client.workflow.getHandle(dealWorkflowId(dealId, runNo));
    await handle.signal<[SignalledEvent]>(eventSignal, event);
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
