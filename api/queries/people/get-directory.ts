import { automaticStarts, type AutomaticStarts } from '#core/definition/flow/automatic-starts.ts';
import type { Directory } from '#core/definition/directory/directory.ts';
import type { Drawing } from '#core/drawing/drawing.ts';
import type { Calendar } from '#core/time/calendar.ts';
import { dueInstant } from '#core/time/due.ts';
import type { Database, Transaction } from '#prisma/client.ts';
import { ownerRoles } from '../../contract/primitives.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { readLiveDrawing } from '../process/read-live-drawing.ts';

type Reader = Pick<
  Database | Transaction,
  '$queryRaw' | 'person' | 'calendar' | 'process' | 'processVersion'
>;

interface DepartmentRow {
  key: string;
  name: string;
  members: number;
  owners: number;
  lead: string | null;
  calendar: string | null;
}

/** True when a due can be computed with the calendar. */
function hasWorkingTime(calendar: Calendar, now: Date): boolean {
  try {
    dueInstant(now.getTime(), { n: 1, unit: 'bh' }, calendar);
    return true;
  } catch {
    return false;
  }
}

/**
 * What a drawing may refer to; `process` is the key of its own process, whose live version comes along. Order of the queries is that of a
 * transaction: one after another.
 */
export async function readDirectory(database: Reader, now: Date, process?: string) {
  const departments = await database.$queryRaw<DepartmentRow[]>`
    SELECT d.key, d.name, d.lead_id AS lead, d.calendar_key AS calendar,
      (SELECT count(*)::int FROM department_member m JOIN person p ON p.id = m.person_id AND p.active
        WHERE m.department_key = d.key) AS members,
      (SELECT count(*)::int FROM department_member m JOIN person p ON p.id = m.person_id AND p.active
        WHERE m.department_key = d.key AND p.role = ANY(${ownerRoles}::text[])) AS owners
    FROM department d ORDER BY d.name`;
  const people = await database.person.findMany({
    orderBy: { name: 'asc' },
    select: { id: true, name: true, active: true, role: true },
  });
  const rows = await database.calendar.findMany({ orderBy: { name: 'asc' } });
  const calendars = rows.map((row) => ({
    key: row.key,
    name: row.name,
    workingTime: hasWorkingTime(row as unknown as Calendar, now),
  }));
  const processes = await readProcesses(database);
  const known = { departments, people, calendars, processes } satisfies Directory;
  return { ...known, ...(process !== undefined && (await readOwn(database, process))) };
}

/** The process itself, and what of it is live. */
async function readOwn(
  database: Reader,
  process: string,
): Promise<Pick<Directory, 'process' | 'published'>> {
  const published = await readLiveDrawing(database, process);
  return { process, ...(published && { published }) };
}

/** So many versions are remembered: those that are live, and some that were. */
const KEPT = 500;
const starts = new Map<string, AutomaticStarts>();

/** Of a version, which never changes, so it is computed once. */
function startsOf(version: string, drawing: Drawing): AutomaticStarts {
  const found = starts.get(version) ?? automaticStarts(drawing);
  starts.delete(version);
  starts.set(version, found);
  const oldest = starts.keys().next().value;
  if (starts.size > KEPT && oldest !== undefined) starts.delete(oldest);
  return found;
}

/** Each process as its newest version has it, or as it is being drawn while there is none. */
async function readProcesses(database: Reader) {
  const rows = await database.process.findMany({
    orderBy: { key: 'asc' },
    select: {
      key: true,
      draft: true,
      versions: { orderBy: { number: 'desc' }, take: 1, select: { id: true, drawing: true } },
    },
  });
  return rows.map(({ key, draft, versions }) => {
    const [newest] = versions;
    const drawing = (newest?.drawing ?? draft) as unknown as Drawing;
    return {
      key,
      name: drawing.name,
      live: newest !== undefined,
      ...(newest && { starts: startsOf(newest.id, drawing) }),
      stages: drawing.stages.map(({ id, name }) => ({ id, name })),
      fields: drawing.fields.map(({ id, label, type, personal }) => ({
        id,
        label,
        type,
        personal,
      })),
    };
  });
}

export async function getDirectory({ services }: SignedInContext) {
  return readDirectory(services.database, services.now());
}
