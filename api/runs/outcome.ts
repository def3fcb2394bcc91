import {
  isGrpcServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Refusal } from '#core/run/contract/reply.ts';
import {
  continuingFailure,
  haltedFailure,
  refusedFailure,
  type HaltCode,
} from '#core/run/contract/run-contract.ts';

/** What came of a message to a run. */
export type Outcome<T> =
  | { kind: 'done'; value: T }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'halted'; code: HaltCode }
  /** No run of this name is open: not started yet, or ended. */
  | { kind: 'gone' }
  /** No answer in time; it may still happen. */
  | { kind: 'unknown'; cause: unknown }
  /** Surely not processed; to be sent again under the same id. */
  | { kind: 'again'; cause: unknown };

const FAILED_PRECONDITION = 9;
const RESOURCE_EXHAUSTED = 8;
const UNPROCESSED = 'UnprocessedUpdate';

function ofApplication(failure: ApplicationFailure): Outcome<never> | undefined {
  const first = failure.details?.[0];
  if (failure.type === refusedFailure) return { kind: 'refused', refusal: first as Refusal };
  if (failure.type === haltedFailure) return { kind: 'halted', code: first as HaltCode };
  const isGivenBack = failure.type === UNPROCESSED || failure.type === continuingFailure;
  return isGivenBack ? { kind: 'again', cause: failure } : undefined;
}

function ofFailure(error: unknown): Outcome<never> {
  if (error instanceof WorkflowNotFoundError) return { kind: 'gone' };
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError)
    return { kind: 'unknown', cause: error };
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    const outcome = ofApplication(error.cause);
    if (outcome) return outcome;
  }
  const cause = (error as { cause?: unknown } | null)?.cause;
  const grpc = [error, cause].find(isGrpcServiceError);
  if (grpc?.code === FAILED_PRECONDITION || grpc?.code === RESOURCE_EXHAUSTED)
    return { kind: 'again', cause: error };
  if (grpc) return { kind: 'unknown', cause: error };
  throw error;
}

/** Runs `work` and says what came of it; throws only what nobody foresaw. */
export async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { kind: 'done', value: await work() };
  } catch (error) {
    return ofFailure(error);
  }
}
