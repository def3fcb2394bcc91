import { isGrpcServiceError } from '@temporalio/client';

/** Prisma: not reachable, timed out, closed, no connection free, no transaction begun in time, conflict. */
const prismaAway = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1011',
  'P1017',
  'P2024',
  'P2028',
  'P2034',
  'P2037',
]);
/**
 * PostgreSQL: connection lost (08…), serialization failure and deadlock, out of resources (53…), cancelled by a
 * time-out or an operator (57…), lock not to be had, read-only, an open transaction that was idle for too long.
 */
const postgresAway = /^(08...|40001|40P01|53...|57014|57P0[1-5]|55P03|25006|25P03)$/;
const systemAway = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
const driverKinds = new Set([
  'TooManyConnections',
  'TransactionWriteConflict',
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
]);
const said =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|connection terminated|terminating connection|timeout exceeded|timeout expired|read timeout|not yet accept|shutting down|starting up|too many clients/i;
/** gRPC: deadline exceeded, resource exhausted, unavailable. */
const temporalAway = new Set([4, 8, 14]);
const DEEPEST = 6;

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function saysAway(error: object): boolean {
  if (isGrpcServiceError(error)) return temporalAway.has(error.code);
  const { name, code, originalCode, message, kind } = record(error);
  if (name === 'PrismaClientInitializationError' || driverKinds.has(String(kind))) return true;
  const codes = [code, originalCode].filter((one): one is string => typeof one === 'string');
  if (codes.some((one) => prismaAway.has(one) || systemAway.has(one) || postgresAway.test(one)))
    return true;
  return typeof message === 'string' && said.test(message);
}

/**
 * True when PostgreSQL or Temporal is away or too busy: nothing is wrong with the request, and the same one may
 * succeed in a moment. Looks at the error, at what caused it, and at what the database's driver said.
 */
export function isAway(error: unknown, depth = DEEPEST): boolean {
  if (depth === 0 || typeof error !== 'object' || error === null) return false;
  if (saysAway(error)) return true;
  const { cause, meta } = record(error);
  const { driverAdapterError } = record(meta);
  const several = error instanceof AggregateError ? error.errors : [];
  return [cause, driverAdapterError, ...several].some((inner) => isAway(inner, depth - 1));
}
