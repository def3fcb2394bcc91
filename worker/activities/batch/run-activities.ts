import type { Database } from '#prisma/client.ts';
import { applyEffects } from './apply-effects.ts';
import type { RunActivities } from './batch.ts';
import { closeHalt, openHalt } from './halts.ts';

/** The activities that the worker registers. */
export function runActivities(database: Database): RunActivities {
  return {
    applyEffects: (batch) => applyEffects(database, batch),
    openHalt: (halt) => openHalt(database, halt),
    closeHalt: (halt) => closeHalt(database, halt),
  };
}
