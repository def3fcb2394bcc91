import type { Effect } from '#core/run/contract/effect.ts';
import type { Transaction } from '#prisma/client.ts';

/** By step: who did it last for a deal of the same company; read only where a pool is drawn so. */
export async function doneBefore(
  tx: Transaction,
  dealId: string,
  effects: Effect[],
): Promise<Map<string, string>> {
  const steps = effects.flatMap((effect) =>
    'assign' in effect && effect.assign.kind === 'department' && effect.assign.sticky
      ? [effect.task.step]
      : [],
  );
  if (steps.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ step: string; person: string }[]>`
    SELECT DISTINCT ON (t.step) t.step, t.closed_by_id AS person
    FROM deal here
    JOIN contact mine ON mine.id = here.contact_id
    JOIN contact c ON c.company = mine.company
    JOIN deal d ON d.contact_id = c.id AND d.process_key = here.process_key
    JOIN task t ON t.deal_id = d.id AND t.step = ANY(${steps}::text[]) AND t.state = 'done'
    WHERE here.id = ${dealId} AND t.closed_by_id IS NOT NULL
    ORDER BY t.step, t.closed_at DESC`;
  return new Map(rows.map(({ step, person }) => [step, person]));
}
