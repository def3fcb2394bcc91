import type { z } from 'zod';
import { portsOf } from '#core/drawing/ports.ts';
import { isSettled } from '#core/run/scopes/frame.ts';
import type { RunState } from '#core/run/state/run-state.ts';
import type { dealCarried, dealRail } from '../../contract/deal-parts.ts';
import type { DealDetail } from '../../contract/deals.ts';
import { targetName, type Version } from '../process/versions.ts';
import { occurrenceOf, type RunStep } from './frames.ts';

/** Work that earlier stages left under way, and by when it must be done (E11). */
export function carriedWork({ drawing }: Version, steps: RunStep[]): z.infer<typeof dealCarried>[] {
  return steps
    .filter(({ where, state }) => where === 'carried' && !isSettled(state))
    .map((run) => ({
      ...occurrenceOf(run),
      title: run.step.name,
      stageName: targetName(drawing, run.stage),
      status: run.state.status,
      until: targetName(drawing, ('carry' in run.step && run.step.carry?.until) || 'won'),
    }));
}

/** Rails that run, with their steps. */
export function runningRails(
  { drawing }: Version,
  state: RunState | null,
  steps: RunStep[],
): z.infer<typeof dealRail>[] {
  return (drawing.rails ?? []).flatMap(({ id, name }) => {
    const side = state?.status === 'open' ? state.sides?.[id] : undefined;
    if (!side) return [];
    const own = steps.filter(({ stage }) => stage === id);
    return {
      rail: id,
      name,
      since: new Date(side.enteredAt).toISOString(),
      steps: own.map(({ step, state: { status } }) => ({ step: step.id, name: step.name, status })),
    };
  });
}

const waiting = new Set(['wait', 'each', 'process', 'webhook']);

/** Steps that wait on the world and that a person may end, with the ports they can choose (E17). */
export function waitsOf(steps: RunStep[]): DealDetail['waits'] {
  return steps
    .filter(({ step, state }) => waiting.has(step.kind) && isUnderWay(state.status))
    .map((run) => ({
      ...occurrenceOf(run),
      kind: run.step.kind as DealDetail['waits'][number]['kind'],
      title: run.step.name,
      until: run.state.timerAt === undefined ? null : new Date(run.state.timerAt).toISOString(),
      ports: portsOf(run.step).map(({ id, label }) => ({ id, label })),
    }));
}

function isUnderWay(status: string): boolean {
  return status === 'waiting' || status === 'running' || status === 'open';
}
