import type { ProcessDefinition } from '../../definition/definition.ts';
import type { EventOf, RunEvent } from './event.ts';
import type { RunState } from '../state/run-state.ts';
import type { RunView } from '../state/view.ts';

/** What a deal's run is called, how it is started and how it is spoken to: one text for api and worker. */

/** Name of the workflow type. */
export const dealWorkflow = 'deal';
/** Update: a person acts; answers `ActReply` once the change is committed. */
export const actUpdate = 'act';
/** Signal: a machine reports; never answered. */
export const eventSignal = 'event';
/** Query, for looking into a run: `RunReport`. */
export const stateQuery = 'state';

/** Failure type of an Update that the run refused; its first detail is the refusal. */
export const refusedFailure = 'Refused';
/** Failure type of an Update that came while the run continues as new: send it again, same id. */
export const continuingFailure = 'Continuing';
/** Failure type of an Update sent to a run that waits for an operator; its first detail is the code. */
export const haltedFailure = 'Halted';
/** Id of the incident of a halted run; `resolveIncident` with `retry` lets it go on. */
export const haltIncident = 'halt';

export type StartEvent = EventOf<'start'>;
/** What machines report by signal. */
export type MachineEvent = EventOf<
  | 'mailResult'
  | 'mailDecided'
  | 'external'
  | 'webhookResult'
  | 'workFailed'
  | 'processStarted'
  | 'processEnded'
  | 'pauseProcess'
  | 'resumeProcess'
  | 'recalculate'
  | 'peopleChanged'
>;
/** What is left for a run in its outbox: what a machine reports, or the owner of many deals set at once. */
export type SignalledEvent = MachineEvent | EventOf<'setOwner'>;
/** What people do, by Update. `id` is the Idempotency-Key and the id of the Update. */
export type PersonEvent = Exclude<RunEvent, MachineEvent | { kind: 'start' | 'answers' | 'tick' }>;

/** Why a run stopped to wait for an operator. */
export type HaltCode = 'engine-unknown' | 'reducer-failed' | 'effects-failed' | 'foreign-batch';

/** What a run takes along when it continues as new. */
export interface Carried {
  state: RunState;
  /** Number of the last batch. */
  seq: number;
  /** Id of the first run of the chain: batches are numbered within it. */
  run: string;
  wakeAt?: number;
  queue: RunEvent[];
  seen: string[];
}

export interface DealInput {
  dealId: string;
  runNo: number;
  process: string;
  version: number;
  definition: ProcessDefinition;
  start: StartEvent;
  /** History events after which the run continues as new; 1,500 when absent. */
  continueAfter?: number;
  carried?: Carried;
  halt?: { code: HaltCode; at: number };
}

/** The committed position after an act. */
export interface ActReply {
  seq: number;
  view: RunView;
}

export interface RunReport {
  seq: number;
  state: RunState;
  queued: number;
  halt?: HaltCode;
}

export function dealWorkflowId(dealId: string, runNo: number): string {
  return `deal:${dealId}:${runNo}`;
}

/** Options with which a deal's run starts: a second start finds the first, closed ones included. */
export function dealStart(input: DealInput, taskQueue: string) {
  return {
    workflowId: dealWorkflowId(input.dealId, input.runNo),
    taskQueue,
    args: [input] as [DealInput],
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    workflowIdConflictPolicy: 'USE_EXISTING',
  } as const;
}
