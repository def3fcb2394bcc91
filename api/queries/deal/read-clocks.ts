import type { z } from 'zod';
import { drawnStep } from '#core/drawing/drawn-step.ts';
import type { Database } from '#prisma/client.ts';
import type { dealClock } from '../../contract/deal-parts.ts';
import type { Calendars } from '../calendars/calendars.ts';
import { targetName, type Version } from '../process/versions.ts';
import type { DetailRow } from './read-deal.ts';

type DealClock = z.infer<typeof dealClock>;

/** Clocks of the process, and those that are late: until when, and whether somebody took note. */
export async function readClocks(
  database: Database,
  { drawing }: Version,
  row: DetailRow,
  calendars: Calendars,
): Promise<DealClock[]> {
  const clocks = await clockRows(database, row);
  const nameOf = await noters(database, clocks);
  return clocks.map((clock) => ({
    clock: clock.clock,
    cycle: clock.cycle,
    kind: clock.kind as 'stage' | 'task' | 'process',
    name: clockName(drawing, clock),
    startedAt: clock.startedAt.toISOString(),
    dueAt: clock.dueAt.toISOString(),
    dueZone: calendars.of(clock.calendarKey, drawing.calendar).zone,
    state: clock.state as 'running' | 'paused' | 'breached',
    pauses: clock.pauses,
    ...notedOf(row, clock, nameOf),
  }));
}

type ClockRow = Awaited<ReturnType<typeof clockRows>>[number];

function clockRows(database: Database, { id: dealId, run_no: runNo }: DetailRow) {
  const process = { kind: 'process', state: { in: ['running', 'paused', 'breached'] } };
  return database.clock.findMany({
    where: { dealId, runNo, stoppedAt: null, OR: [process, { state: 'breached' }] },
    orderBy: [{ dueAt: 'asc' }, { clock: 'asc' }],
  });
}

/** Until when the note keeps the clock still stands in the run's state alone. */
function notedOf(
  { run_state: state }: DetailRow,
  { clock: id, acknowledgedAt, acknowledgedById }: ClockRow,
  nameOf: ReadonlyMap<string, string>,
): Pick<DealClock, 'note' | 'noteTakenBack'> {
  const { acknowledgedUntil, noteTakenBack = false } =
    state?.clocks.find((each) => each.id === id) ?? {};
  if (!acknowledgedAt) return { note: null, noteTakenBack };
  const until = acknowledgedUntil === undefined ? null : new Date(acknowledgedUntil).toISOString();
  const by = nameOf.get(acknowledgedById ?? '') ?? null;
  return { note: { by, at: acknowledgedAt.toISOString(), until }, noteTakenBack };
}

/** Names of those who took note. */
async function noters(database: Database, clocks: ClockRow[]): Promise<Map<string, string>> {
  const ids = clocks.flatMap(({ acknowledgedById }) => acknowledgedById ?? []);
  if (ids.length === 0) return new Map();
  const people = await database.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}

function clockName(
  drawing: Version['drawing'],
  { clock, kind, stage }: { clock: string; kind: string; stage: string },
): string {
  const [, id = '', step = ''] = clock.split(':');
  if (kind === 'process') return drawing.clocks?.find((each) => each.id === id)?.name ?? id;
  if (kind === 'task') return drawnStep(drawing, id, step)?.name ?? step;
  return targetName(drawing, stage);
}
