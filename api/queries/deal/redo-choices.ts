import { own } from '#core/run/state/own.ts';
import type { RunState } from '#core/run/state/run-state.ts';
import type { dealExit } from '../../contract/deal.ts';
import type { z } from 'zod';
import type { Version } from '../process/versions.ts';

type RedoChoices = z.infer<typeof dealExit>['redo'];

/** Kinds whose work a person would have done again; decisions are taken anew anyway. */
const work = new Set(['task', 'approval', 'each', 'email', 'webhook', 'process']);

/**
 * Of a way back: the steps between its target and the present stage that were done, and whether the
 * exit lists them (E12). Null for a way on.
 */
export function redoChoices(
  { version, state }: { version: Version; state: RunState },
  to: string,
  listed: string[] = [],
): RedoChoices {
  const { stages } = version.drawing;
  const target = stages.findIndex(({ id }) => id === to);
  const here = stages.findIndex(({ id }) => id === state.stage);
  if (target < 0 || target > here) return null;
  return stages.slice(target, here + 1).flatMap((stage) =>
    stage.steps
      .filter(
        ({ id, kind }) => work.has(kind) && (listed.includes(id) || isDone(state, stage.id, id)),
      )
      .map(({ id, name }) => ({
        step: id,
        name,
        stage: stage.id,
        listed: listed.includes(id),
      })),
  );
}

function isDone(state: RunState, stage: string, step: string): boolean {
  if (stage === state.stage && own(state.steps, step)?.done === true) return true;
  return own(own(state.done ?? {}, stage) ?? {}, step) !== undefined;
}
