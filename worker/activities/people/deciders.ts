import type { Effect } from '#core/run/contract/effect.ts';
import type { Decider } from '#core/world/world.ts';
import type { Transaction } from '#prisma/client.ts';

interface Row {
  department: string | null;
  role: string | null;
  person: string;
}

/** How many people who work here there are of a department or role, as a batch asks for them (E3). */
export async function readDeciders(
  tx: Transaction,
  effects: Effect[],
): Promise<(to: Decider, notBy: string[]) => number> {
  const asked = effects.flatMap((e) => (e.kind === 'askDeciders' ? e.parts : []));
  const departments = asked.flatMap(({ to }) => (to.kind === 'department' ? to.department : []));
  const roles = asked.flatMap(({ to }) => (to.kind === 'role' ? to.role : []));
  const rows = asked.length === 0 ? [] : await readPeople(tx, departments, roles);
  return (to, notBy) => {
    const isOf = (row: Row) =>
      to.kind === 'role' ? row.role === to.role : row.department === to.department;
    return rows.filter((row) => isOf(row) && !notBy.includes(row.person)).length;
  };
}

function readPeople(tx: Transaction, departments: string[], roles: string[]): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT m.department_key AS department, NULL AS role, p.id AS person
    FROM department_member m JOIN person p ON p.id = m.person_id AND p.active
    WHERE m.department_key = ANY(${departments}::text[])
    UNION ALL
    SELECT NULL, p.role, p.id FROM person p WHERE p.active AND p.role = ANY(${roles}::text[])`;
}
