import type { Client } from '@temporalio/client';
import { dealWorkflowId } from '#core/run/contract/run-contract.ts';
import proto, { type temporal } from '@temporalio/proto';

export type History = temporal.api.history.v1.IHistory;
const { EventType } = proto.temporal.api.enums.v1;

/** The histories of a deal's chain of runs, the first run first. */
export async function historiesOf(
  client: Client,
  { dealId, runNo }: { dealId: string; runNo: number },
): Promise<History[]> {
  const histories: History[] = [];
  let runId: string | undefined;
  do {
    const handle = client.workflow.getHandle(dealWorkflowId(dealId, runNo), runId);
    const history = await handle.fetchHistory();
    histories.unshift(history);
    const first = history.events?.[0]?.workflowExecutionStartedEventAttributes;
    runId = first?.continuedExecutionRunId || undefined;
  } while (runId);
  return histories;
}

/** What each of these costs: one action. */
const oneEach: readonly number[] = [
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
  EventType.EVENT_TYPE_TIMER_STARTED,
  EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED,
];

/** Billable actions of a history, retries left out: all local activities of a workflow task are one. */
export function actionsOf({ events }: History): number {
  const all = events ?? [];
  const single = all.filter(({ eventType }) => oneEach.includes(eventType ?? 0)).length;
  const markers = all.flatMap(({ markerRecordedEventAttributes: marker }) => marker ?? []);
  const tasks = new Set(markers.map((marker) => String(marker.workflowTaskCompletedEventId)));
  return single + tasks.size;
}
