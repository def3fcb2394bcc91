import { isGrpcServiceError } from '@temporalio/client';

/** gRPC: deadline exceeded, resource exhausted, unavailable. */
const passing = new Set([4, 8, 14]);

/** Whether Temporal is away or overloaded: no row is to blame, and all are tried again soon. */
export function isOutage(error: unknown): boolean {
  if (isGrpcServiceError(error)) return passing.has(error.code);
  const { cause } = Object(error) as { cause?: unknown };
  return cause !== undefined && isOutage(cause);
}
