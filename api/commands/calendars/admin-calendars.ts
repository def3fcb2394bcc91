import type { Calendar } from '#core/time/calendar.ts';
import type { Transaction } from '#prisma/client.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { notFound } from '../../problem/app-error.ts';
import { readCalendarPages } from '../../queries/calendars/admin-calendars.ts';
import { taken } from '../people/admin-checks.ts';
import { staleRow } from '../running/stale-row.ts';
import { announce } from '../running/changes.ts';
import { recalculateClocks } from '../deals/recalculate-clocks.ts';
import { rowCommand } from '../running/row-command.ts';

interface CalendarInput {
  key: string;
  name: string;
  calendar: Calendar;
}

/** Keeps the revision just written, for what was computed with it. */
async function keepRevision(tx: Transaction, key: string, byId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO calendar_revision (key, revision, zone, week, exceptions, by_id)
    SELECT key, revision, zone, week, exceptions, ${byId} FROM calendar WHERE key = ${key}`;
}

async function answer(tx: Transaction, key: string) {
  await announce(tx, [['admin', key]]);
  const [calendar] = await readCalendarPages(tx, key);
  return calendar!;
}

function columns({ name, calendar: { zone, week, exceptions } }: CalendarInput) {
  return { name, zone, week: week as object, exceptions: exceptions as object[] };
}

export async function createCalendar(context: SignedInContext, input: CalendarInput) {
  return rowCommand(context, input, async (tx) => {
    const data = { key: input.key, ...columns(input) };
    const { count } = await tx.calendar.createMany({ data, skipDuplicates: true });
    if (count === 0) throw taken('key', input.key, 'a calendar');
    await keepRevision(tx, input.key, context.actor.id);
    return answer(tx, input.key);
  });
}

/** Changes a calendar: a new revision, on which open deals compute their dues anew. */
export async function updateCalendar(context: SignedInContext, input: CalendarInput) {
  const { key, calendar } = input;
  return rowCommand(context, input, async (tx) => {
    await tx.$queryRaw`SELECT key FROM calendar WHERE key = ${key} FOR UPDATE`;
    const [current] = await readCalendarPages(tx, key);
    if (!current) throw notFound('calendar', key);
    if (current.calendar.revision !== calendar.revision)
      throw staleRow(current.name, calendar.revision, { ...current, ...current.calendar });
    const data = { ...columns(input), revision: { increment: 1 } };
    await tx.calendar.update({ where: { key }, data, select: { key: true } });
    await keepRevision(tx, key, context.actor.id);
    await recalculateClocks(tx, { key, revision: calendar.revision + 1 });
    return answer(tx, key);
  });
}
