import type { Field } from '#core/drawing/field.ts';
import type { StepOf } from '#core/drawing/step.ts';
import { Prisma } from '#prisma/generated/client.ts';
import type { FieldValue } from '../contract/primitives.ts';
import type { TaskDetail } from '../contract/tasks.ts';
import type { SignedInContext } from '../edge/request-context.ts';
import { notFound } from '../problem/app-error.ts';
import type { Actor } from '../session/actor.ts';
import { fieldText } from '../words/field-text.ts';
import { clockUse } from '../words/time-left.ts';
import { readCalendars } from './calendars.ts';
import { readDealFiles, type DealFileItem } from './deal-files.ts';
import { toTaskItem } from './task-item.ts';
import { selectTasks, type TaskRow } from './task-row.ts';
import { drawnStage, drawnStep, findVersion, type Version } from './versions.ts';

type DetailRow = TaskRow & { fields: Record<string, unknown>; owner_name: string | null };
type Draft = Record<string, FieldValue | null>;

const selectDetail = (taskId: string) => Prisma.sql`
  SELECT x.*, deal.fields, o.name AS owner_name
  FROM (${selectTasks} WHERE t.id = ${taskId}) x
  JOIN deal ON deal.id = x.deal_id LEFT JOIN person o ON o.id = deal.owner_id`;

const openStates = new Set(['ready', 'assigned', 'in_progress']);
const leads = new Set(['admin', 'manager']);

/** What the person may do now; the commands check it again. */
export function rightsOf(actor: Actor, row: TaskRow) {
  const isOpen = openStates.has(row.state);
  const isMine = row.assignee_id === actor.id;
  const isFree = row.assignee_id === null;
  const own = actor.departments.find(({ key }) => key === row.department_key);
  const isLead = leads.has(actor.role);
  const works = own !== undefined || isLead;
  return {
    claim: isOpen && isFree && works,
    release:
      isOpen && row.department_key !== null && !isFree && (isMine || isLead || own?.lead === true),
    complete: isOpen && (isMine || isLead || (isFree && own !== undefined)),
    waive: isLead && row.mandatory && (isOpen || row.state === 'offered'),
    openDeal: actor.role !== 'member',
  };
}

function formOf(step: StepOf<'task'>, version: Version, row: DetailRow, files: DealFileItem[]) {
  const draft = (row.draft ?? {}) as Draft;
  const asked = step.form.flatMap(({ field: id, required }) => {
    const field = version.drawing.fields.find((each) => each.id === id);
    return field ? [{ field, required }] : [];
  });
  const present = (field: Field) =>
    (field.id in draft ? draft[field.id] : (row.fields[field.id] as FieldValue | undefined)) ??
    null;
  return {
    form: asked
      .filter(({ field }) => field.type !== 'file')
      .map((item) => ({ ...item, value: present(item.field) })),
    files: asked
      .filter(({ field }) => field.type === 'file')
      .map((item) => ({ ...item, files: files.filter((file) => file.field === item.field.id) })),
  };
}

function factsOf(step: StepOf<'task'>, version: Version, row: DetailRow, files: DealFileItem[]) {
  return step.shows.flatMap((id) => {
    const field = version.drawing.fields.find((each) => each.id === id);
    if (!field) return [];
    const names = files.filter((file) => file.field === id).map(({ name }) => name);
    const text =
      field.type === 'file'
        ? names.join(', ') || '—'
        : fieldText(field, row.fields[id], row.currency);
    return [{ label: field.label, text }];
  });
}

function outcomesOf(step: StepOf<'task'>, version: Version, row: DetailRow) {
  const stage = drawnStage(version.drawing, row.stage);
  return step.outcomes.map(({ id, label, passes }) => {
    const links = (stage?.links ?? []).filter(
      ({ from, ports }) => from === step.id && (ports.length === 0 || ports.includes(id)),
    );
    const names = links.flatMap(({ to }) => drawnStep(version.drawing, row.stage, to)?.name ?? []);
    return { id, label, passes, next: names.length > 0 ? names.join(', ') : null };
  });
}

function givenBecause(step: StepOf<'task'>, row: DetailRow): string {
  switch (step.assign.kind) {
    case 'owner':
      return 'You own the deal, and the process gives this step to its owner.';
    case 'person':
      return 'The process names a person for this step.';
    case 'department': {
      const queue = `The process gives this step to ${row.department_name ?? step.assign.department}.`;
      return row.assignee_id === null
        ? `${queue} Nobody has claimed it yet.`
        : `${queue} ${row.assignee_name ?? 'Somebody'} claimed it.`;
    }
  }
}

/** @throws AppError `not-found` */
export async function readTask(
  database: SignedInContext['services']['database'],
  taskId: string,
): Promise<DetailRow> {
  const [row] = await database.$queryRaw<DetailRow[]>`${selectDetail(taskId)}`;
  if (!row) throw notFound('task', taskId);
  return row;
}

/** A task with its form, the facts that its step grants, its files and what may be done. */
export async function getTask(
  { services, actor }: SignedInContext,
  { taskId }: { taskId: string },
): Promise<TaskDetail> {
  const { database } = services;
  const now = services.now();
  const row = await readTask(database, taskId);
  const version = await findVersion(database, row.version_id);
  const [calendars, files] = await Promise.all([
    readCalendars(database),
    readDealFiles(database, version.drawing, row.deal_id),
  ]);
  const step = drawnStep(version.drawing, row.stage, row.step);
  if (step?.kind !== 'task') throw notFound('task', taskId);
  const calendar = calendars.of(row.department_calendar, version.drawing.calendar);
  const clock = row.due_at && { startedAt: row.opened_at, dueAt: row.due_at, unit: row.due_unit };
  const use = clock && clockUse(clock, row.closed_at ?? now, calendar);
  return {
    ...toTaskItem(row, { actor, version, calendars, now }),
    playbook: step.playbook ?? null,
    ...formOf(step, version, row, files),
    facts: factsOf(step, version, row, files),
    outcomes: outcomesOf(step, version, row),
    usedText: use?.usedText ?? null,
    usedRatio: use?.usedRatio ?? null,
    dealOwner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '' },
    givenBecause: givenBecause(step, row),
    may: rightsOf(actor, row),
  };
}
