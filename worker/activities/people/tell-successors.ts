import { overseers } from '#core/assignment/last-resort.ts';
import { drawnFrame } from '#core/drawing/drawn-step.ts';
import type { StepRef } from '#core/run/contract/event.ts';
import { sayNobodyTold } from './nobody-told.ts';
import { successorOf, type Successors } from './successors.ts';
import { taskTitles } from '../work/task-titles.ts';
import { effectsOf, type Turn } from '../batch/turn.ts';

/**
 * A line in the bell for each task of this batch that was for a person who has left (E30): of whoever has it now, or
 * of every manager and admin when nobody was found, else of the last resort.
 */
export async function tellSuccessors(turn: Turn, successors: Successors): Promise<void> {
  if (successors.size === 0) return;
  const effects = effectsOf(turn, 'openTask', 'assignTask', 'requestTask').flatMap((effect) => {
    const to = successorOf(successors, effect);
    return to === undefined ? [] : [{ key: effect.key, task: effect.task, to }];
  });
  const titleOf = await taskTitles(turn, effects);
  const left = effects.filter(({ to }) => to === null);
  const others = left.length > 0 ? await overseersOf(turn) : [];
  if (others.length === 0) {
    for (const { key, task } of left) await sayNobodyTold(turn, { key: `${key}:left`, ...task });
  }
  const lines = effects.flatMap(({ key, task, to }) =>
    (to === null ? others : [to]).map((personId) => ({
      personId,
      key: `${key}:left`,
      kind: to === null ? 'withoutOwner' : 'assigned',
      data: dataOf(turn, task, titleOf(task)),
    })),
  );
  await write(turn, lines);
}

function dataOf({ version }: Turn, task: StepRef, stepName: string) {
  return { stageName: drawnFrame(version.drawing, task.stage)?.name ?? task.stage, stepName };
}

interface Line {
  personId: string;
  key: string;
  kind: string;
  data: { stageName: string; stepName: string };
}

async function write({ tx, batch, at, changes }: Turn, lines: Line[]): Promise<void> {
  const { dealId, runNo } = batch;
  const data = lines.map((line) => ({ ...line, dealId, runNo, at }));
  await tx.notification.createMany({ data, skipDuplicates: true });
  changes.add('notification', ...lines.map(({ personId }) => personId));
}

async function overseersOf({ tx }: Turn): Promise<string[]> {
  const select = { id: true, role: true };
  const active = await tx.person.findMany({ where: { active: true }, select });
  return overseers(active).map(({ id }) => id);
}
