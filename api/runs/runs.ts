import {
  WorkflowClient,
  WorkflowExecutionAlreadyStartedError,
  type ConnectionLike,
} from '@temporalio/client';
import {
  actUpdate,
  dealStart,
  dealWorkflow,
  dealWorkflowId,
  eventSignal,
  type ActReply,
  type DealInput,
  type MachineEvent,
  type PersonEvent,
} from '#core/run/contract/run-contract.ts';
import { outcomeOf, type Outcome } from './outcome.ts';

/** Which run is meant. */
export interface RunRef {
  dealId: string;
  runNo: number;
}

/** The way from the api to the runs of deals. */
export interface Runs {
  /**
   * Sends what a person did; its id is the Idempotency-Key. Answers after the commit, or `unknown`
   * when none came within ten seconds: the same event may then be sent again.
   */
  act(run: RunRef, event: PersonEvent): Promise<Outcome<ActReply>>;
  /** Tells a run what a machine saw; nobody waits for it. */
  signal(run: RunRef, event: MachineEvent): Promise<Outcome<void>>;
  /** Starts a run; a second start finds the first. */
  start(input: DealInput): Promise<void>;
  /** Whether the server answers within two seconds. */
  isReachable(): Promise<boolean>;
}

const DEADLINE_MS = 10_000;
const PAUSE_MS = 100;
const LOOK_MS = 2_000;
/** A start may come later just as well: the sweeper sees to it. */
const START_MS = 2_000;

interface RunsOptions {
  connection: ConnectionLike;
  namespace: string;
  taskQueue: string;
}

export function createRuns({ connection, namespace, taskQueue }: RunsOptions): Runs {
  const client = new WorkflowClient({ connection, namespace });

  function within<T>(deadline: number, work: () => Promise<T>): Promise<T> {
    return connection.withDeadline(deadline, work);
  }

  /** Repeats under the same id what the server gave back unprocessed (docs/semantics.md). */
  async function untilDecided<T>(work: () => Promise<T>): Promise<Outcome<T>> {
    const deadline = Date.now() + DEADLINE_MS;
    for (;;) {
      const outcome = await outcomeOf(() => within(deadline, work));
      if (outcome.kind !== 'again') return outcome;
      if (Date.now() + PAUSE_MS >= deadline) return { kind: 'unknown', cause: outcome.cause };
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  return {
    act: ({ dealId, runNo }, event) =>
      untilDecided(() =>
        client
          .getHandle(dealWorkflowId(dealId, runNo))
          .executeUpdate<ActReply, [PersonEvent]>(actUpdate, { args: [event], updateId: event.id }),
      ),
    signal: ({ dealId, runNo }, event) =>
      untilDecided(() =>
        client.getHandle(dealWorkflowId(dealId, runNo)).signal<[MachineEvent]>(eventSignal, event),
      ),
    async start(input) {
      await within(Date.now() + START_MS, () =>
        client.start(dealWorkflow, dealStart(input, taskQueue)),
      ).catch((error: unknown) => {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      });
    },
    isReachable: () =>
      within(Date.now() + LOOK_MS, () => connection.workflowService.getSystemInfo({})).then(
        () => true,
        () => false,
      ),
  };
}
