import type { z } from 'zod';
import { drawnStep } from '#core/drawing/drawn-step.ts';
import type { taskItem, TaskItem } from '../../contract/tasks.ts';
import type { Actor } from '../../session/actor.ts';
import { customerName } from '../../describe/deal-contact.ts';
import { leftText } from '../../describe/time-left.ts';
import type { Calendars } from '../calendars/calendars.ts';
import type { TaskRow } from './task-row.ts';
import { targetName, type Version } from '../process/versions.ts';

type State = z.infer<typeof taskItem>['state'];

/** Roles that see a deal's value wherever it stands; others need a grant of the task's step. */
const seesValues = new Set(['admin', 'ops', 'manager', 'sales']);

/** True when the person may see the deal's value: by role, or because the step deals with money. */
export function maySeeValue(actor: Actor, version: Version, row: TaskRow): boolean {
  if (seesValues.has(actor.role)) return true;
  const step = drawnStep(version.drawing, row.stage, row.step);
  if (step?.kind !== 'task' && step?.kind !== 'each' && step?.kind !== 'approval') return false;
  const form = step.kind === 'approval' ? [] : step.form;
  const granted = new Set([...step.shows, ...form.map(({ field }) => field)]);
  return version.drawing.fields.some(({ id, type }) => type === 'money' && granted.has(id));
}

interface Around {
  actor: Actor;
  version: Version;
  calendars: Calendars;
  now: Date;
}

function department(row: TaskRow) {
  if (row.department_key === null) return null;
  return { key: row.department_key, name: row.department_name ?? row.department_key };
}

function attemptOf({ drawing }: Version, row: TaskRow): TaskItem['attempt'] {
  const step = drawnStep(drawing, row.stage, row.step);
  if (row.kind !== 'attempt' || step?.kind !== 'task' || !step.repeat) return null;
  return { number: Number(row.item), most: step.repeat.max };
}

/** A task as a line of the inbox. */
export function toTaskItem(row: TaskRow, { actor, version, calendars, now }: Around): TaskItem {
  const calendar = calendars.of(row.department_calendar, version.drawing.calendar);
  const visible = maySeeValue(actor, version, row);
  const due = row.due_at;
  return {
    id: row.id,
    title: row.title,
    stageName: targetName(version.drawing, row.stage),
    customer: customerName({ name: row.contact_name, company: row.contact_company }),
    dealId: row.deal_id,
    dealNumber: row.deal_number,
    valueMinor: visible && row.value_minor !== null ? Number(row.value_minor) : null,
    valueHidden: !visible,
    currency: row.currency,
    department: department(row),
    assignee:
      row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name ?? '' },
    role: row.role,
    kind: row.kind as TaskItem['kind'],
    attempt: attemptOf(version, row),
    state: row.state as State,
    mandatory: row.mandatory,
    openedAt: row.opened_at.toISOString(),
    dueAt: due?.toISOString() ?? null,
    dueZone: calendar.zone,
    leftText: due && row.closed_at === null ? leftText(now, due, row.due_unit, calendar) : null,
    level: row.level,
    priority: row.priority,
    waiting: row.waiting && {
      why: row.waiting,
      since: (row.waiting_since ?? row.opened_at).toISOString(),
    },
    held: row.deal_state === 'on_hold',
    visit: row.visit,
    revision: row.revision,
  };
}
