import { isGrpcServiceError } from '@temporalio/client';
import proto from '@temporalio/proto';
import { dealWorkflowId } from '#core/run/contract/run-contract.ts';
import type { DealRef, World } from '../worker-world.ts';

const { FastForwardPollingResult } = proto.temporal.api.enums.v1;
/** Of gRPC. */
const NOT_FOUND = 5;
const completed = FastForwardPollingResult.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED;

/** The clock of one run on a server that skips time: it goes on by itself, and forward when told to. */
export class VirtualClock {
  #ahead = 0;
  #times = 0;
  readonly #world: World;
  readonly #workflowId: string;

  constructor(world: World, { dealId, runNo }: DealRef) {
    this.#world = world;
    this.#workflowId = dealWorkflowId(dealId, runNo);
  }

  /** The run's instant, epoch ms. */
  get now(): number {
    return Date.now() + this.#ahead;
  }

  /**
   * Moves the run's time by so many ms, its alarms on the way included, and waits until it is there.
   * The time of a run that has ended stands.
   */
  async forward(ms: number): Promise<void> {
    const id = `forward-${(this.#times += 1)}`;
    if (!(await this.#skip(id, ms))) return;
    this.#ahead += ms;
    await this.#arrival(id);
  }

  /** False where the run has ended meanwhile. */
  async #skip(id: string, ms: number): Promise<boolean> {
    const { workflowService, namespace, workflowExecution } = this.#target();
    const duration = { seconds: Math.floor(ms / 1_000), nanos: (ms % 1_000) * 1e6 } as never;
    const timeSkippingConfig = {
      enabled: true,
      fastForwardConfig: { id, duration },
      maxSessionSkipCount: 10_000 + this.#times,
    };
    try {
      await workflowService.updateWorkflowExecutionOptions({
        namespace,
        workflowExecution,
        workflowExecutionOptions: { timeSkippingConfig },
        updateMask: { paths: ['time_skipping_config'] },
      });
      return true;
    } catch (error) {
      if (isGrpcServiceError(error) && error.code === NOT_FOUND) return false;
      throw error;
    }
  }

  async #arrival(fastForwardId: string): Promise<void> {
    const { workflowService, namespace, workflowExecution } = this.#target();
    const request = { namespace, workflowExecution, fastForwardId };
    for (;;) {
      const { fastForwardPollingResult: result, failedReason } =
        await workflowService.pollWorkflowExecutionTimeSkipping(request);
      if (result === completed) return;
      if (failedReason) return; // the run has ended on the way
    }
  }

  #target() {
    const { client } = this.#world;
    return {
      workflowService: client.workflowService,
      namespace: client.options.namespace,
      workflowExecution: { workflowId: this.#workflowId },
    };
  }
}
