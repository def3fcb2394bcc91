import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import {
  actUpdate,
  eventSignal,
  stateQuery,
  type ActReply,
  type SignalledEvent,
  type PersonEvent,
  type RunReport,
} from '#core/run/contract/run-contract.ts';

export const act = defineUpdate<ActReply, [PersonEvent]>(actUpdate);
export const event = defineSignal<[SignalledEvent]>(eventSignal);
export const state = defineQuery<RunReport>(stateQuery);
