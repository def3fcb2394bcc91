import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { contract } from '#api/contract/contract.ts';
import { apiFetch } from './api-fetch.ts';

const link = new OpenAPILink(contract, {
  url: () => new URL('/api', globalThis.location.origin),
  fetch: (request) => apiFetch(request),
});

/** Every JSON route of the api as a function; refusals are thrown as ProblemError. */
export const api: ContractRouterClient<typeof contract> = createORPCClient(link);

/** The same routes as options of TanStack Query: `useQuery(orpc.tasks.list.queryOptions({ input }))`. */
export const orpc = createTanstackQueryUtils(api);
