import type { Effect } from '#core/run/effect.ts';
import { taskKey } from '#core/run/keys.ts';
import { resolveRecipients } from './recipients.ts';
import { drawnStep, effectsOf, type Turn } from './turn.ts';

type Notice = Extract<Effect, { kind: 'notify' | 'escalate' }>;

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
  taskId: string | null;
}

/** Notices to people who work here: each a line in the bell list and a mail, once a person. */
export async function writeNotices(turn: Turn): Promise<void> {
  for (const effect of effectsOf(turn, 'notify', 'escalate')) {
    if (effect.kind === 'escalate') await raiseLevel(turn, effect);
    await writeNotice(turn, effect);
  }
}

async function raiseLevel(
  turn: Turn,
  effect: Extract<Notice, { kind: 'escalate' }>,
): Promise<void> {
  const { dealId, runNo } = turn.batch;
  if (!effect.task) return;
  const rows = await turn.tx.task.updateManyAndReturn({
    where: { dealId, runNo, key: taskKey(effect.task) },
    data: { level: effect.level },
    select: { departmentKey: true, assigneeId: true },
  });
  for (const row of rows) turn.changes.add('task', row.departmentKey, row.assigneeId);
}

async function writeNotice(turn: Turn, effect: Notice): Promise<void> {
  const { tx, batch, at, changes } = turn;
  const task = effect.kind === 'escalate' ? effect.task : undefined;
  const { people, taskId } = await resolveRecipients(turn, {
    to: effect.to,
    owner: effect.owner,
    task,
  });
  if (people.length === 0) return;
  const data = { ...dataOf(turn, effect), taskId };
  const kind = effect.kind === 'escalate' ? 'escalation' : 'notify';
  const { dealId, runNo } = batch;
  const rows = people.map((personId) => ({
    personId,
    dealId,
    runNo,
    key: `${effect.key}:${personId}`,
  }));
  await tx.notification.createMany({
    data: rows.map((row) => ({ ...row, kind, data, at })),
    skipDuplicates: true,
  });
  await tx.message.createMany({
    data: rows.map((row) => ({
      ...row,
      kind: 'notice',
      template: { kind, ...data },
      notBefore: at,
    })),
    skipDuplicates: true,
  });
  changes.add('notification', ...people);
  changes.addMail();
}

function dataOf(turn: Turn, effect: Notice): Omit<NoticeData, 'taskId'> {
  const ref = effect.kind === 'escalate' ? effect.task : effect.step;
  const stage = effect.kind === 'escalate' ? effect.stage : effect.step.stage;
  const drawn = turn.version.drawing.stages.find(({ id }) => id === stage);
  const step = ref && drawnStep(turn, stage, ref.step);
  return {
    stage,
    stageName: drawn?.name ?? stage,
    ...(ref && { step: ref.step, stepName: step?.name ?? ref.step }),
    ...(effect.kind === 'escalate'
      ? { level: effect.level, clock: effect.clock, due: new Date(effect.due).toISOString() }
      : step?.kind === 'notify' && { message: step.message }),
  };
}
