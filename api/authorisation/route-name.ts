import type { contract } from '../contract/contract.ts';

type Contract = typeof contract;

/** `tasks.complete` and so on: every route of the contract. */
export type ContractRoute = {
  [Group in keyof Contract]: `${Group}.${Extract<keyof Contract[Group], string>}`;
}[keyof Contract];

/** The routes that carry something else than JSON. */
export const specialRoutes = [
  'files.upload',
  'files.download',
  'files.remove',
  'live.open',
] as const;

export type RouteName = ContractRoute | (typeof specialRoutes)[number];
