import type { InferContractRouterOutputs } from '@orpc/contract';
import type { contract } from '#api/contract/contract.ts';

/** One page of a person's notices, as the api answers it. */
export type NotificationPage = InferContractRouterOutputs<typeof contract>['notifications']['list'];
