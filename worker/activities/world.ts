import { ApplicationFailure } from '@temporalio/common';
import { isAsking } from '#core/run/asking.ts';
import type { CalendarSource, Effect } from '#core/run/effect.ts';
import type { Answers } from '#core/run/event.ts';
import { answer } from '#core/world/answer.ts';
import type { Transaction } from '#prisma/client.ts';
import { readCalendars, type KeyedCalendar } from './kept-calendars.ts';
import type { Turn } from './turn.ts';

/** What the effects of a batch may ask about, read in its transaction. */
export interface BatchWorld {
  calendar(source: CalendarSource): KeyedCalendar;
  departmentLead(department: string): string | null;
}

/** Answers what the batch asks; `null` when it asks nothing. */
export async function answersTo(turn: Turn): Promise<Answers | null> {
  const asked = turn.batch.effects.some(isAsking);
  if (!asked) return null;
  turn.world = await readWorld(turn.tx, turn.batch.effects);
  return answer(turn.batch.effects, turn.world);
}

async function readWorld(tx: Transaction, effects: Effect[]): Promise<BatchWorld> {
  const sources = effects.flatMap((e) => ('calendar' in e ? [e.calendar] : []));
  const leads = effects.flatMap((e) =>
    e.kind === 'setOwner' && e.to.kind === 'department' ? [e.to.department] : [],
  );
  const keys = [...leads, ...sources.flatMap(({ department }) => department ?? [])];
  const departments = keys.length > 0 ? await readDepartments(tx, keys) : new Map();
  const calendars = await readCalendars(tx, [
    ...sources.map(({ calendar }) => calendar),
    ...[...departments.values()].flatMap(({ calendarKey }) => calendarKey ?? []),
  ]);
  return {
    calendar: ({ department, calendar }) => {
      const own = department === undefined ? undefined : departments.get(department)?.calendarKey;
      return calendars.get(own ?? '') ?? calendars.get(calendar) ?? noCalendar(calendar);
    },
    departmentLead: (department) => departments.get(department)?.leadId ?? null,
  };
}

interface DepartmentRow {
  calendarKey: string | null;
  /** Only when the lead is active. */
  leadId: string | null;
}

async function readDepartments(
  tx: Transaction,
  keys: string[],
): Promise<Map<string, DepartmentRow>> {
  const rows = await tx.$queryRaw<(DepartmentRow & { key: string })[]>`
    SELECT d.key, d.calendar_key AS "calendarKey", p.id AS "leadId"
    FROM department d LEFT JOIN person p ON p.id = d.lead_id AND p.active
    WHERE d.key = ANY(${keys}::text[])`;
  return new Map(rows.map((row) => [row.key, row]));
}

function noCalendar(key: string): never {
  throw ApplicationFailure.nonRetryable(
    `There is no calendar "${key}": create it, then let the run go on.`,
    'effects-failed',
  );
}
