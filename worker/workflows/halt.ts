import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  makeContinueAsNewFunc,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import {
  haltedFailure,
  haltIncident,
  type DealInput,
  type HaltCode,
  type PersonEvent,
} from '#core/run/contract/run-contract.ts';
import * as messages from './messages.ts';
import { carry, openRun, position, type Run } from './run.ts';
import { regular } from './write.ts';

type Deal = (input: DealInput) => Promise<void>;
const again = () => makeContinueAsNewFunc<Deal>({ workflowType: workflowInfo().workflowType });

/**
 * Stops a run that cannot go on: an incident instead of a failing workflow. It continues as new in a
 * halted run, so that mended code never replays what broken code did.
 */
export async function halt(run: Run, code: HaltCode): Promise<never> {
  run.inbox.failAll(haltedReply(code));
  await condition(allHandlersFinished);
  return again()({ ...run.input, carried: carry(run), halt: { code, at: Date.now() } });
}

/** A halted run: keeps what machines report, refuses acts, and goes on when an operator says retry. */
export async function stayHalted(
  input: DealInput,
  reason: NonNullable<DealInput['halt']>,
): Promise<never> {
  const run = openRun(input);
  let retry = false;
  setHandler(
    messages.act,
    () => {
      retry = true;
      return position(run);
    },
    { validator: (event) => refuseUnlessRetry(event, reason.code) },
  );
  setHandler(messages.event, (event) => run.inbox.put(event));
  setHandler(messages.state, () => ({
    seq: run.seq,
    state: run.state,
    queued: run.inbox.size,
    halt: reason.code,
  }));
  const about = { dealId: input.dealId, runNo: input.runNo, stage: run.state.stage, ...reason };
  await regular.openHalt(about);
  await condition(() => retry);
  await regular.closeHalt({ ...about, at: Date.now() });
  await condition(allHandlersFinished);
  const { halt: _, ...mended } = input;
  return again()({ ...mended, carried: { ...carry(run), ...wake(input) } });
}

/** The halted run armed no alarm; the next one takes over what stood before. */
function wake({ carried }: DealInput): { wakeAt?: number } {
  return carried?.wakeAt === undefined ? {} : { wakeAt: carried.wakeAt };
}

function refuseUnlessRetry(event: PersonEvent, code: HaltCode): void {
  const retry =
    event.kind === 'resolveIncident' && event.incident === haltIncident && event.choice === 'retry';
  if (!retry) throw haltedReply(code);
}

function haltedReply(code: HaltCode): ApplicationFailure {
  return ApplicationFailure.nonRetryable('The run waits for an operator.', haltedFailure, code);
}
