import type { Field } from '#core/drawing/field.ts';
import type { StepOf } from '#core/drawing/step.ts';
import { drawnFrame, drawnStep } from '#core/drawing/drawn-step.ts';
import { Prisma } from '#prisma/generated/client.ts';
import type { FieldValue } from '../../contract/primitives.ts';
import type { TaskDetail } from '../../contract/tasks.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { notFound } from '../../problem/app-error.ts';
import { clockUse } from '../../describe/time-left.ts';
import { readCalendars } from '../calendars/calendars.ts';
import { readDealFiles, type DealFileItem } from '../deal/deal-files.ts';
import { givenBecause } from '../../describe/given-because.ts';
import { pausesOf, rightsOf } from './task-rights.ts';
import { mayDecide } from './may-decide.ts';
import { readTaskApproval } from './task-approval.ts';
import { taskFacts } from './task-facts.ts';
import { toTaskItem } from './task-item.ts';
import { selectTasks, type TaskRow } from './task-row.ts';
import { findVersion, type Version } from '../process/versions.ts';

type DetailRow = TaskRow & {
  fields: Record<string, unknown>;
  fields_revision: number;
  owner_name: string | null;
};
/** What a person may have to work on. */
type WorkStep = StepOf<'task' | 'each' | 'approval'>;
type Draft = Record<string, FieldValue | null>;

const selectDetail = (taskId: string) => Prisma.sql`
  SELECT x.*, deal.fields, deal.fields_revision, o.name AS owner_name
  FROM (${selectTasks} WHERE t.id = ${taskId}) x
  JOIN deal ON deal.id = x.deal_id LEFT JOIN person o ON o.id = deal.owner_id`;

function formOf(step: WorkStep, version: Version, row: DetailRow, files: DealFileItem[]) {
  const draft = (row.draft ?? {}) as Draft;
  const drawn = step.kind === 'approval' ? [] : step.form;
  const asked = drawn.flatMap(({ field: id, required }) => {
    const field = version.drawing.fields.find((each) => each.id === id);
    return field ? [{ field, required }] : [];
  });
  const onDeal = ({ id }: Field) => (row.fields[id] as FieldValue | undefined) ?? null;
  const present = (field: Field) => (field.id in draft ? (draft[field.id] ?? null) : onDeal(field));
  return {
    form: asked
      .filter(({ field }) => field.type !== 'file')
      .map((item) => ({ ...item, value: present(item.field), onDeal: onDeal(item.field) })),
    files: asked
      .filter(({ field }) => field.type === 'file')
      .map((item) => ({ ...item, files: files.filter((file) => file.field === item.field.id) })),
  };
}

function outcomesOf(step: WorkStep, version: Version, row: DetailRow) {
  const stage = drawnFrame(version.drawing, row.stage);
  // An approval is decided, not completed.
  const outcomes = step.kind === 'approval' ? [] : step.outcomes;
  return outcomes.map(({ id, label, passes }) => {
    const links = (stage?.links ?? []).filter(
      ({ from, ports }) => from === step.id && (ports.length === 0 || ports.includes(id)),
    );
    const names = links.flatMap(({ to }) => drawnStep(version.drawing, row.stage, to)?.name ?? []);
    return { id, label, passes, next: names.length > 0 ? names.join(', ') : null };
  });
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

/** What was written when the task was paused. */
async function noteOf(
  database: SignedInContext['services']['database'],
  { waiting_note: id }: DetailRow,
): Promise<string | null> {
  const note = id && (await database.submission.findUnique({ where: { id } }));
  return note ? ((note.values as { text?: string }).text ?? null) : null;
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
  if (step?.kind !== 'task' && step?.kind !== 'each' && step?.kind !== 'approval')
    throw notFound('task', taskId);
  const calendar = calendars.of(row.department_calendar, version.drawing.calendar);
  const zoneOf = (task: TaskRow) =>
    calendars.of(task.department_calendar, version.drawing.calendar).zone;
  const clock = row.due_at && { startedAt: row.opened_at, dueAt: row.due_at, unit: row.due_unit };
  const use = clock && clockUse(clock, row.closed_at ?? now, calendar);
  return {
    ...toTaskItem(row, { actor, version, calendars, now }),
    playbook: step.playbook ?? null,
    fieldsRevision: row.fields_revision,
    draftRevision: row.draft_revision,
    ...formOf(step, version, row, files),
    facts: taskFacts(version, { stage: row.stage, step }, { ...row, files }),
    outcomes: outcomesOf(step, version, row),
    approval: await readTaskApproval(database, step, zoneOf, row),
    usedText: use?.usedText ?? null,
    usedRatio: use?.usedRatio ?? null,
    dealOwner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '' },
    givenBecause: givenBecause(step, row),
    waitingNote: await noteOf(database, row),
    may: {
      ...rightsOf(actor, row),
      ...pausesOf(actor, row, step),
      decide: await mayDecide(database, actor, row, now),
    },
  };
}
