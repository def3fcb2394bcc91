import type { Effect } from '#core/run/contract/effect.ts';
import { drawnFrame, drawnStep } from '#core/drawing/drawn-step.ts';
import type { Turn } from '../batch/turn.ts';

export type Notice = Extract<Effect, { kind: 'notify' | 'escalate' | 'tellOwner' }>;

/** What a notice says, for the bell list and for its mail: names, ids and instants. */
export interface NoticeData {
  stage: string;
  stageName: string;
  step?: string;
  stepName?: string;
  /** Of an escalation: its level, and the instant that passed. */
  level?: string;
  clock?: string;
  /** ISO 8601. */
  due?: string;
  /** Of a `notify` step: what was drawn. */
  message?: string;
  /** Of a mail or webhook that came to nothing: the cause, and whether its step stands (E27). */
  cause?: string;
  isStopped?: boolean;
  taskId: string | null;
}

/** What one line of a digest says of a deal. */
export interface DigestItem extends Pick<NoticeData, 'stageName' | 'stepName' | 'due'> {
  dealId: string;
}

export function noticeData(turn: Turn, effect: Notice, taskId: string | null): NoticeData {
  const ref = effect.kind === 'escalate' ? effect.task : effect.step;
  const stage = effect.kind === 'escalate' ? effect.stage : effect.step.stage;
  const step = ref && drawnStep(turn.version.drawing, stage, ref.step);
  return {
    stage,
    stageName: nameOf(turn, effect, stage),
    ...(ref && { step: ref.step, stepName: step?.name ?? ref.step }),
    ...(effect.kind === 'tellOwner' && { cause: effect.cause, isStopped: effect.isStopped }),
    ...(effect.kind === 'escalate'
      ? { level: effect.level, clock: effect.clock, due: new Date(effect.due).toISOString() }
      : step?.kind === 'notify' && { message: step.message }),
    taskId,
  };
}

/** Of a process's own clock the name is the clock's: it belongs to no stage. */
function nameOf({ version: { drawing } }: Turn, effect: Notice, stage: string): string {
  const [kind, id] = effect.kind === 'escalate' ? effect.clock.split(':') : [];
  if (kind !== 'process') return drawnFrame(drawing, stage)?.name ?? stage;
  return drawing.clocks?.find((clock) => clock.id === id)?.name ?? id ?? stage;
}
