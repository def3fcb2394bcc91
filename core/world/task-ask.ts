import type { Effect } from '../run/contract/effect.ts';

/** A task for a pool that chooses somebody. */
export type TaskAsk = Extract<Effect, { kind: 'openTask' | 'requestTask' | 'assignTask' }>;
