import type { Transaction } from '#prisma/client.ts';
import { AppError, type ProblemItem } from '../../problem/app-error.ts';

/** @throws AppError `unknown-reference` naming every id or key that is not there */
export async function requireKnown(
  tx: Transaction,
  given: {
    departments?: string[];
    people?: string[];
    calendar?: string | null;
    lead?: string | null;
  },
): Promise<void> {
  const { departments = [], people = [], calendar, lead } = given;
  const persons = [...new Set([...people, ...(lead ? [lead] : [])])];
  const knownDepartments = await tx.department.findMany({ where: { key: { in: departments } } });
  const knownPeople = await tx.person.findMany({
    where: { id: { in: persons } },
    select: { id: true },
  });
  const hasCalendar = !calendar || (await tx.calendar.count({ where: { key: calendar } })) > 0;
  const keys = new Set(knownDepartments.map(({ key }) => key));
  const ids = new Set(knownPeople.map(({ id }) => id));
  const missing = (path: string, value: string, what: string): ProblemItem => ({
    path,
    value,
    message: `There is no ${what} ${value}.`,
  });
  const errors = [
    ...departments.flatMap((key, i) =>
      keys.has(key) ? [] : [missing(`departments.${i}`, key, 'department')],
    ),
    ...people.flatMap((id, i) => (ids.has(id) ? [] : [missing(`members.${i}`, id, 'person')])),
    ...(lead && !ids.has(lead) ? [missing('lead', lead, 'person')] : []),
    ...(hasCalendar ? [] : [missing('calendar', calendar ?? '', 'calendar')]),
  ];
  if (errors.length > 0)
    throw new AppError('unknown-reference', errors.map(({ message }) => message).join(' '), {
      errors,
    });
}

export function taken(path: string, value: string, what: string): AppError {
  const message = `There is ${what} ${value} already.`;
  return new AppError('exists', message, { errors: [{ path, value, message }] });
}
