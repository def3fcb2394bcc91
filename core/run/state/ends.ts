import type { ExitDefinition, ProcessDefinition } from '../../definition/definition.ts';
import type { RunState } from './run-state.ts';
import { stageIndex } from './stage-index.ts';

/** An end of the process; in a service process `won` stands for finished. */
export function isEnd(target: string): target is 'won' | 'lost' {
  return target === 'won' || target === 'lost';
}

/** Whether the run closes there: at an end, or because the deal goes on in another process. */
export function closesRun(target: string): boolean {
  return isEnd(target) || target === 'continue';
}

/** Whether the run has begun and been closed; what follows may still be waited for (E18). */
export function isClosed({ status }: Pick<RunState, 'status'>): boolean {
  return status !== 'new' && status !== 'open';
}

/** Whether a way leads anywhere: to a stage, an end, or with `continueIn` to another process. */
export function leadsSomewhere(
  definition: ProcessDefinition,
  { to, continueIn }: Pick<ExitDefinition, 'to' | 'continueIn'>,
): boolean {
  if (to === 'continue') return continueIn !== undefined;
  return isEnd(to) || stageIndex(definition, to) !== undefined;
}
