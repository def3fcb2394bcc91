import type { Transaction } from '#prisma/client.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { notFound } from '../../problem/app-error.ts';
import { readDepartments } from '../../queries/people/admin-departments.ts';
import { requireKnown, taken } from './admin-checks.ts';
import { staleRow } from '../running/stale-row.ts';
import { announce } from '../running/changes.ts';
import { tellPeopleChanged } from './people-changed.ts';
import { rowCommand } from '../running/row-command.ts';

interface DepartmentInput {
  key: string;
  name: string;
  calendar: string | null;
  lead: string | null;
  members: string[];
}

/** A lead belongs to the department. */
function membersOf({ members, lead }: DepartmentInput): string[] {
  return [...new Set([...members, ...(lead ? [lead] : [])])];
}

/** Whoever comes or goes has another revision: a form of theirs that is open would bring back what was. */
async function setMembers(tx: Transaction, input: DepartmentInput): Promise<void> {
  const departmentKey = input.key;
  const people = membersOf(input);
  await tx.$executeRaw`
    UPDATE person SET revision = revision + 1 WHERE id IN (SELECT id FROM person
      WHERE (id = ANY(${people}::text[])) <> EXISTS (SELECT 1 FROM department_member m
        WHERE m.department_key = ${departmentKey} AND m.person_id = person.id)
      ORDER BY id FOR UPDATE)`;
  await tx.departmentMember.deleteMany({ where: { departmentKey, personId: { notIn: people } } });
  const data = people.map((personId) => ({ departmentKey, personId }));
  await tx.departmentMember.createMany({ data, skipDuplicates: true });
}

async function answer(tx: Transaction, key: string) {
  await announce(tx, [['admin', key]]);
  const [department] = await readDepartments(tx, key);
  return department!;
}

/** Adds a department with its calendar and people. */
export async function createDepartment(context: SignedInContext, input: DepartmentInput) {
  const { key, name, calendar, lead, members } = input;
  return rowCommand(context, input, async (tx) => {
    await requireKnown(tx, { people: members, calendar, lead });
    const data = { key, name, calendarKey: calendar, leadId: lead };
    const { count } = await tx.department.createMany({ data, skipDuplicates: true });
    if (count === 0) throw taken('key', key, 'a department');
    await setMembers(tx, input);
    return answer(tx, key);
  });
}

/** Changes a department. Tasks stay where they are; clocks that run keep their due. */
export async function updateDepartment(
  context: SignedInContext,
  input: DepartmentInput & { revision: number },
) {
  const { key, name, calendar, lead, members, revision } = input;
  return rowCommand(context, input, async (tx) => {
    await tx.$queryRaw`SELECT key FROM department WHERE key = ${key} FOR UPDATE`;
    const [current] = await readDepartments(tx, key);
    if (!current) throw notFound('department', key);
    if (current.revision !== revision) throw staleRow(current.name, revision, current);
    await requireKnown(tx, { people: members, calendar, lead });
    await tx.department.update({
      where: { key },
      data: { name, calendarKey: calendar, leadId: lead, revision: { increment: 1 } },
      select: { key: true },
    });
    await setMembers(tx, input);
    await tellPeopleChanged(tx, { departments: [key], roles: [] });
    return answer(tx, key);
  });
}
