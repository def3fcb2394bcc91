import { randomUUID } from 'node:crypto';
import { overseers } from '#core/assignment/last-resort.ts';
import type { Transaction } from '#prisma/client.ts';
import { announce } from '../running/changes.ts';

interface Given {
  to: string | null;
  dealId: string;
}

interface Line {
  personId: string;
  kind: string;
  dealId: string;
  data: { person: string; deals: number; tasks: number };
}

/** One line in the bell of each person who got something: how many deals and tasks, and from whom. */
export async function tellHandOver(
  tx: Transaction,
  { name }: { name: string },
  { deals, tasks }: { deals: Given[]; tasks: Given[] },
  at: Date,
): Promise<void> {
  const people = new Set([...deals, ...tasks].flatMap(({ to }) => to ?? []));
  const lines = [...people].map((personId) => {
    const own = (given: Given[]) => given.filter(({ to }) => to === personId);
    const [first] = [...own(deals), ...own(tasks)];
    const data = { person: name, deals: own(deals).length, tasks: own(tasks).length };
    return { personId, kind: 'handedOver', dealId: first!.dealId, data };
  });
  await write(tx, lines, at);
}

interface Left {
  deals: number;
  tasks: number;
  first: string | null;
}

/** A line in the bell of the leads of the person's departments and of the managers: what nobody has now. */
export async function tellWithoutOwner(
  tx: Transaction,
  { id, name }: { id: string; name: string },
  { dealsGoOver, now }: { dealsGoOver: boolean; now: Date },
): Promise<void> {
  const { deals, tasks, first } = await readLeft(tx, id, dealsGoOver);
  if (first === null) return;
  const people = await overseersOf(tx, id);
  const data = { person: name, deals, tasks };
  const lines = people.map((person) => {
    return { personId: person.id, kind: 'withoutOwner', dealId: first, data };
  });
  await write(tx, lines, now);
}

/** The leads of a person's departments, and whoever hears of work that nobody has. */
async function overseersOf(tx: Transaction, of: string): Promise<{ id: string }[]> {
  const active = await tx.$queryRaw<{ id: string; role: string; leads: boolean }[]>`
    SELECT p.id, p.role, p.id IN (
      SELECT d.lead_id FROM department d JOIN department_member m ON m.department_key = d.key
      WHERE m.person_id = ${of}) AS leads
    FROM person p WHERE p.active`;
  const others = new Set(overseers(active).map(({ id }) => id));
  return active.filter(({ id, leads }) => leads || others.has(id));
}

/** What is still in the person's hands; the owner's tasks follow deals that are on their way to a new owner. */
async function readLeft(tx: Transaction, id: string, dealsGoOver: boolean): Promise<Left> {
  const rows = await tx.$queryRaw<Left[]>`
    WITH left_deals AS (SELECT id FROM deal WHERE owner_id = ${id} AND NOT ${dealsGoOver}
        AND state IN ('starting', 'open', 'on_hold', 'planned')),
      left_tasks AS (SELECT t.deal_id FROM task t JOIN deal d ON d.id = t.deal_id
        WHERE t.assignee_id = ${id} AND t.state IN ('assigned', 'in_progress')
        AND NOT (${dealsGoOver} AND d.owner_id = ${id} AND t.department_key IS NULL AND t.role IS NULL))
    SELECT (SELECT count(*)::int FROM left_deals) AS deals, (SELECT count(*)::int FROM left_tasks) AS tasks,
      coalesce((SELECT min(id) FROM left_deals), (SELECT min(deal_id) FROM left_tasks)) AS first`;
  return rows[0]!;
}

async function write(tx: Transaction, lines: Line[], at: Date): Promise<void> {
  if (lines.length === 0) return;
  const key = `hand-over:${randomUUID()}`;
  const deals = await tx.deal.findMany({
    where: { id: { in: lines.map(({ dealId }) => dealId) } },
    select: { id: true, runNo: true },
  });
  const runs = new Map(deals.map(({ id, runNo }) => [id, runNo]));
  const data = lines.map((line) => ({ ...line, runNo: runs.get(line.dealId) ?? 1, key, at }));
  await tx.notification.createMany({ data });
  await announce(
    tx,
    lines.map(({ personId }) => ['notification', personId] as const),
  );
}
