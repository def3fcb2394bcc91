import { taskKey } from '#core/run/state/keys.ts';
import { whoseTask } from '../../projections/changes.ts';
import { tasksOfClock } from '../work/clock-tasks.ts';
import { intoDigest, lockBells } from './digest.ts';
import { noticeData, type Notice, type NoticeData } from './notice-data.ts';
import { clearNobodyTold, sayNobodyTold } from '../people/nobody-told.ts';
import { resolveRecipients, type Resolved } from '../people/recipients.ts';
import { effectsOf, type Turn } from '../batch/turn.ts';

export const noticeEffects = ['notify', 'escalate', 'tellOwner'] as const;

/** What a notice is called in the bell list and in its mail. */
const noticeKinds = { escalate: 'escalation', notify: 'notify', tellOwner: 'inVain' } as const;

/**
 * Notices to people who work here: each a line in the bell list and a mail, once a person. Of many
 * escalations to one person the later ones become a digest.
 */
export async function writeNotices(turn: Turn): Promise<void> {
  const notices: (Resolved & { effect: Notice })[] = [];
  for (const effect of effectsOf(turn, ...noticeEffects)) {
    if (effect.kind === 'escalate') await raiseLevel(turn, effect);
    const task = effect.kind === 'escalate' ? effect.task : undefined;
    const { owner } = effect;
    const to = effect.kind === 'tellOwner' ? [{ kind: 'owner' as const }] : effect.to;
    const withoutTask = effect.kind === 'escalate' && !task;
    const found = await resolveRecipients(turn, { to, owner, task, withoutTask });
    notices.push({ effect, ...found });
    if (to.length > 0 && found.people.length === 0) await sayNobodyTold(turn, untoldOf(effect));
  }
  const isHeard = notices.some(({ people }) => people.length > 0);
  if (isHeard || turn.batch.state.status !== 'open') await clearNobodyTold(turn);
  const escalated = notices.filter(({ effect }) => effect.kind === 'escalate');
  await lockBells(
    turn,
    escalated.flatMap(({ people }) => people),
  );
  for (const notice of notices) await writeNotice(turn, notice);
}

function untoldOf(effect: Notice) {
  const ref = effect.kind === 'escalate' ? effect.task : effect.step;
  const stage = effect.kind === 'escalate' ? effect.stage : effect.step.stage;
  return { key: effect.key, stage, step: ref?.step };
}

async function raiseLevel(
  turn: Turn,
  effect: Extract<Notice, { kind: 'escalate' }>,
): Promise<void> {
  const { dealId, runNo } = turn.batch;
  if (!effect.task) return;
  const rows = await turn.tx.task.updateManyAndReturn({
    where: { dealId, runNo, closedAt: null, ...tasksOfClock(taskKey(effect.task)) },
    data: { level: effect.level, escalatedAt: turn.at },
    select: whoseTask,
  });
  for (const row of rows) turn.changes.addTask(row);
}

async function writeNotice(
  turn: Turn,
  { effect, people, taskId }: Resolved & { effect: Notice },
): Promise<void> {
  const data = noticeData(turn, effect, taskId);
  if (effect.kind !== 'escalate') return tellAll(turn, effect, people, data);
  const alone: string[] = [];
  const together: string[] = [];
  for (const id of people) {
    const isDigested = await intoDigest(turn, id, effect.key, itemOf(turn, data));
    (isDigested ? together : alone).push(id);
  }
  await tellAll(turn, effect, alone, data);
  await noteTold(turn, effect, together);
}

/** Who was told by a digest, for the timeline: no line of its own in the bell. */
async function noteTold({ tx, batch, at }: Turn, { key }: Notice, people: string[]) {
  const { dealId, runNo } = batch;
  await tx.notification.createMany({
    data: people.map((personId) => {
      const row = { personId, dealId, runNo, key: `${key}:${personId}` };
      return { ...row, kind: 'inDigest', data: {}, at, readAt: at };
    }),
    skipDuplicates: true,
  });
}

function itemOf({ batch }: Turn, { stageName, stepName, due }: NoticeData) {
  return {
    dealId: batch.dealId,
    stageName,
    ...(stepName !== undefined && { stepName }),
    ...(due !== undefined && { due }),
  };
}

async function tellAll(
  { tx, batch, at, changes }: Turn,
  effect: Notice,
  people: string[],
  data: NoticeData,
): Promise<void> {
  if (people.length === 0) return;
  const { dealId, runNo } = batch;
  const kind = noticeKinds[effect.kind];
  const rows = people.map((personId) => {
    return { personId, dealId, runNo, key: `${effect.key}:${personId}` };
  });
  await tx.notification.createMany({
    data: rows.map((row) => ({ ...row, kind, data: { ...data }, at })),
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
  changes.addWork('mail');
}
