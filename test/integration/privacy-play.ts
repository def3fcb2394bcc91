import type { DealDetail } from '#api/contract/deals.ts';
import { signIn, type ApiClient } from '../support/api-client.ts';
import { password, type Organisation } from '../support/organisation.ts';
import { publishProcess } from '../support/publish.ts';
import { everything, inspection } from './privacy-drawing.ts';
import { eventually } from './worker-world.ts';
import { seenOf, type SeenTask } from '../support/seen-task.ts';

/** One text for each place where people write, so that a leak names its place. */
export const written = {
  street: 'plac Wróbli 4',
  found: 'A sparrow nests there',
  answer: 'Sparrows are welcome',
  teams: 'Mr Sparrow will come himself',
  customer: 'Mrs Wróbel is in hospital',
  internal: 'Does Mr Wróbel know the price?',
  back: 'Mr Wróbel knows it',
  approval: 'Because Wróbel is a friend',
  wait: 'Wróbel told me on the phone',
  hold: 'Wróbel is on honeymoon',
  waiver: 'Wróbel does not want it',
  skip: 'Wróbel has no room',
  override: 'Wróbel insists on it',
  note: 'Wróbel signed in tears',
  reopen: 'Wróbel called again',
};

const day = 86_400_000;

interface Play {
  id: string;
  sam: ApiClient;
  mona: ApiClient;
}

/** The open task of a step, once it is there. */
async function taskOf({ sam, id }: Pick<Play, 'sam' | 'id'>, step: string) {
  const taskId = await eventually(async () => {
    const { tasks } = await sam.get<DealDetail>(`/deals/${id}`);
    return tasks.find((task) => task.step === step && task.id !== null)?.id ?? null;
  });
  return sam.get<SeenTask & { id: string }>(`/tasks/${taskId}`);
}

async function complete(play: Pick<Play, 'sam' | 'id'>, step: string, values: object) {
  const task = await taskOf(play, step);
  const body = { ...seenOf(task), outcome: 'done', values };
  await play.sam.send('POST', `/tasks/${task.id}/complete`, body);
}

async function pauseTwice(play: Play): Promise<void> {
  for (const why of ['customer', 'internal'] as const) {
    const paused = await taskOf(play, 'ask');
    const { id, revision } = paused;
    await play.sam.send('POST', `/tasks/${id}/pause`, { revision, why, note: written[why] });
    const waiting = await taskOf(play, 'ask');
    const back = { revision: waiting.revision, note: written.back };
    await play.sam.send('POST', `/tasks/${id}/resume`, back);
  }
}

async function holdAndResume({ id, sam }: Play): Promise<void> {
  const until = new Date(Date.now() + day).toISOString();
  await sam.send('POST', `/deals/${id}/hold`, { until, reason: written.hold, heldUntil: null });
  await sam.send('POST', `/deals/${id}/resume`, { heldUntil: until });
}

/** The list is emptied before its turn comes, so that its step stops. */
async function skipTheList({ id, sam, mona }: Play): Promise<void> {
  const { fieldsRevision } = await sam.get<DealDetail>(`/deals/${id}`);
  const values = { rooms: null };
  await sam.send('PATCH', `/deals/${id}/fields`, { revision: fieldsRevision, values });
  await complete({ sam, id }, 'ask', { answer: written.answer });
  const incident = await eventually(async () => {
    const { incidents } = await sam.get<DealDetail>(`/deals/${id}`);
    return incidents[0]?.id ?? null;
  });
  const choice = { choice: 'skip', reason: written.skip };
  await mona.send('POST', `/deals/${id}/incidents/${encodeURIComponent(incident)}`, choice);
}

async function decideAndWaive(play: Play): Promise<void> {
  const { id, sam, mona } = play;
  const approval = await taskOf({ sam: mona, id }, 'approve');
  await mona.send('POST', `/tasks/${approval.id}/decide`, {
    revision: approval.revision,
    fieldsRevision: approval.fieldsRevision,
    decision: 'approved',
    note: written.approval,
  });
  const wait = { stage: 'work', visit: 1, round: 1, port: 'event', reason: written.wait };
  await sam.send('POST', `/deals/${id}/waits/reply/end`, wait);
  const spare = await taskOf(play, 'spare');
  const waiver = { revision: spare.revision, reason: written.waiver };
  await mona.send('POST', `/tasks/${spare.id}/waive`, waiver);
}

/** The process that the deal started is done, and brings back what was found. */
async function inspect({ id, sam, mona }: Play): Promise<string> {
  const child = await eventually(async () => {
    const { linked } = await sam.get<DealDetail>(`/deals/${id}`);
    return linked.children[0]?.id ?? null;
  });
  await complete({ sam: mona, id: child }, 'see', { found: written.found });
  await eventually(async () => {
    const { fields } = await sam.get<DealDetail>(`/deals/${id}`);
    return fields['found'] === written.found;
  });
  return child;
}

/** Wins with a note past what is still open, by override, and opens the deal again. */
async function winAndReopen({ id, mona }: Play): Promise<void> {
  await mona.send('POST', `/deals/${id}/move`, {
    stage: 'work',
    visit: 1,
    exit: 'won',
    reasons: ['other'],
    note: written.note,
    override: { reason: written.override },
  });
  await mona.send('POST', `/deals/${id}/reopen`, { stage: 'work', reason: written.reopen });
}

/** Plays one deal through every act that takes words. Answers the deal and the one it started. */
export async function playEverything(api: string, webhook: string, people: Organisation) {
  const ops = await signIn(api, people.email.olga, password);
  const sam = await signIn(api, people.email.sam, password);
  const mona = await signIn(api, people.email.mona, password);
  await publishProcess(ops, 'INSPECT', inspection);
  await publishProcess(ops, 'EVERY', everything(webhook));
  const { id } = await sam.send<{ id: string }>('POST', '/deals', {
    process: 'EVERY',
    title: 'A roof',
    contact: { name: 'Nobody' },
    source: 'Phone',
    fields: { street: written.street, rooms: ['roof'] },
  });
  const play = { id, sam, mona };
  await pauseTwice(play);
  await holdAndResume(play);
  await skipTheList(play);
  await complete({ sam: mona, id }, 'teams', { answer: written.teams });
  await decideAndWaive(play);
  const child = await inspect(play);
  await winAndReopen(play);
  return { dealId: id, child };
}
