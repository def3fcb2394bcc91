import { workflowInfo } from '@temporalio/workflow';
import { initialState } from '#core/run/state/initial-state.ts';
import type { ActReply, Carried, DealInput } from '#core/run/contract/run-contract.ts';
import type { RunState } from '#core/run/state/run-state.ts';
import { viewOf } from '#core/run/state/view.ts';
import { Alarm } from './alarm.ts';
import { Inbox } from './inbox.ts';

/** Long before the server's limit: replay takes time by the event. */
const CONTINUE_AFTER = 1_500;

/** A deal's run in memory: its committed state, its messages and its alarm. */
export interface Run {
  readonly input: DealInput;
  /** Id of the first run of the chain. */
  readonly chain: string;
  readonly inbox: Inbox;
  readonly alarm: Alarm;
  state: RunState;
  /** Number of the last batch written. */
  seq: number;
  /** About to continue as new: acts are sent back, else a busy run would never come to it. */
  continuing: boolean;
}

export function openRun(input: DealInput): Run {
  const carried = input.carried;
  return {
    input,
    chain: carried?.run ?? workflowInfo().firstExecutionRunId,
    inbox: new Inbox(carried ?? { queue: [input.start], seen: [] }),
    alarm: new Alarm(),
    state: carried?.state ?? initialState(),
    seq: carried?.seq ?? 0,
    continuing: false,
  };
}

/** What the run takes along when it continues as new. */
export function carry(run: Run): Carried {
  const { wakeAt } = run.alarm;
  return {
    state: run.state,
    seq: run.seq,
    run: run.chain,
    ...(wakeAt === undefined ? {} : { wakeAt }),
    ...run.inbox.carry(),
  };
}

export function position(run: Run): ActReply {
  return { seq: run.seq, view: viewOf(run.input.definition, run.state) };
}

/** Whether the history is so long that the run shall continue as new. */
export function isLong({ input }: Run): boolean {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  return continueAsNewSuggested || historyLength >= (input.continueAfter ?? CONTINUE_AFTER);
}
