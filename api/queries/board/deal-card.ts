import { drawnStage, drawnStep } from '#core/drawing/drawn-step.ts';
import type { DealCard } from '../../contract/deals.ts';
import { customerName } from '../../describe/deal-contact.ts';
import { clockUse, leftText } from '../../describe/time-left.ts';
import type { Calendars } from '../calendars/calendars.ts';
import type { DealRow } from '../deal/deal-row.ts';
import type { Version } from '../process/versions.ts';

interface Around {
  version: Version;
  calendars: Calendars;
  now: Date;
}

function person(id: string | null, name: string | null) {
  return id === null ? null : { id, name: name ?? '' };
}

/** Unit in which a stage's deadline is drawn; a date field counts in business days. */
export function stageUnit({ drawing }: Version, stage: string): string | null {
  const deadline = drawnStage(drawing, stage)?.deadline;
  return deadline?.after?.unit ?? (deadline?.field ? 'bd' : null);
}

export function stageClock(row: DealRow, { version, calendars, now }: Around) {
  if (!row.stage_due_at || !row.stage_entered_at) return null;
  const calendar = calendars.of(null, version.drawing.calendar);
  const clock = {
    startedAt: row.stage_entered_at,
    dueAt: row.stage_due_at,
    unit: stageUnit(version, row.stage),
  };
  const dueAt = row.stage_due_at.toISOString();
  return { dueAt, dueZone: calendar.zone, ...clockUse(clock, now, calendar) };
}

/** The first step that waits for a time, an event or a mail, when no task is open. */
function waitingStep(row: DealRow, { version, calendars, now }: Around): DealCard['next'] {
  for (const [id, { status, timerAt }] of Object.entries(row.steps ?? {})) {
    if (status !== 'waiting' && status !== 'running') continue;
    const step = drawnStep(version.drawing, row.stage, id);
    if (!step || step.kind === 'leave') continue;
    const due = timerAt === undefined ? null : new Date(timerAt);
    const calendar = calendars.of(null, version.drawing.calendar);
    return {
      title: step.name,
      department: null,
      role: null,
      assignee: null,
      dueAt: due?.toISOString() ?? null,
      dueZone: calendar.zone,
      leftText: due && due > now ? leftText(now, due, null, calendar) : null,
      overdue: false,
    };
  }
  return null;
}

function nextTask(row: DealRow, { version, calendars, now }: Around): DealCard['next'] {
  if (row.task_title === null) return null;
  const calendar = calendars.of(row.task_department_calendar, version.drawing.calendar);
  const { task_due_at: due, task_department_key: key } = row;
  return {
    title: row.task_title,
    department: key === null ? null : { key, name: row.task_department_name ?? key },
    role: row.task_role,
    assignee: person(row.task_assignee_id, row.task_assignee_name),
    dueAt: due?.toISOString() ?? null,
    dueZone: calendar.zone,
    leftText: due && leftText(now, due, row.task_due_unit, calendar),
    overdue: due !== null && due < now,
  };
}

/** A deal as its card on the board, with what happens next and whose it is. */
export function toDealCard(row: DealRow, around: Around): DealCard {
  const isOpen = row.state === 'open' || row.state === 'on_hold';
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    customer: customerName({ name: row.contact_name, company: row.contact_company }),
    valueMinor: row.value_minor === null ? null : Number(row.value_minor),
    currency: row.currency,
    owner: person(row.owner_id, row.owner_name),
    stage: row.stage,
    state: row.state as DealCard['state'],
    stageClock: isOpen ? stageClock(row, around) : null,
    next: isOpen ? (nextTask(row, around) ?? waitingStep(row, around)) : null,
    heldUntil: row.held_until?.toISOString() ?? null,
    atRisk: row.at_risk_clock !== null,
    incidents: row.incidents,
  };
}
