import { authorise } from '../authorisation/authorise.ts';
import type { Subject } from '../authorisation/relations.ts';
import type { ContractRoute } from '../authorisation/route-name.ts';
import { AppError } from '../problem/app-error.ts';
import { unknownProperties } from '../problem/input-errors.ts';
import type { RequestContext, SignedInContext } from './request-context.ts';

interface Call<I> {
  input: I;
  context: RequestContext;
}

function refuseUnknown(sent: unknown, kept: unknown): void {
  const errors = unknownProperties(sent, kept);
  if (errors.length === 0) return;
  const names = errors.map(({ path }) => path).join(', ');
  throw new AppError('invalid-input', `Not known here: ${names}.`, { errors });
}

/**
 * Wraps a use case as the handler of a route that needs a session: what was sent is known to the
 * schema, and the person stands in the relation to the deal or task that their role needs.
 */
export function endpoint<I, O>(
  route: ContractRoute,
  work: (context: SignedInContext, input: I) => Promise<O>,
): (call: Call<I>) => Promise<O> {
  return async ({ context, input }) => {
    refuseUnknown(context.sent, input);
    await authorise(context.services.database, route, context.actor, (input ?? {}) as Subject);
    return work(context as SignedInContext, input);
  };
}

/** The same for a route that anyone may call. */
export function openEndpoint<I, O>(
  work: (context: RequestContext, input: I) => Promise<O>,
): (call: Call<I>) => Promise<O> {
  return async ({ context, input }) => {
    refuseUnknown(context.sent, input);
    return work(context, input);
  };
}
