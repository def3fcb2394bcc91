import type { PoolMember, Pool } from './pool.ts';
import { isAsking } from '#core/run/contract/asking.ts';
import type { Effect } from '#core/run/contract/effect.ts';
import type { StepRef } from '#core/run/contract/event.ts';
import { taskKey } from '#core/run/state/keys.ts';
import type { Transaction } from '#prisma/client.ts';
import { effectsOf, type Turn } from '../batch/turn.ts';

/** Departments whose pool an effect asks to find somebody in. */
export function askedPools(effects: Effect[]): string[] {
  const pools = effects.flatMap((effect) => {
    const assign =
      'assign' in effect ? effect.assign : effect.kind === 'setOwner' ? effect.to : null;
    const chooses = assign?.kind === 'department' && (assign.by ?? 'queue') !== 'queue';
    return chooses && isAsking(effect) ? [assign.department] : [];
  });
  return [...new Set(pools)].sort();
}

/**
 * The pools as they are now. Others who ask for the same pool wait for this transaction, else two
 * deals would be given to whoever had least.
 */
export async function readPools(
  tx: Transaction,
  keys: string[],
  now: number,
): Promise<Map<string, Pool>> {
  const pools = new Map<string, Pool>();
  for (const key of keys) {
    await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${`pool:${key}`}, 0))`;
    pools.set(key, await readPool(tx, key, new Date(now)));
  }
  return pools;
}

async function readPool(tx: Transaction, key: string, now: Date): Promise<Pool> {
  const pointer = await tx.assignmentPointer.findUnique({ where: { pool: key } });
  const rows = await tx.$queryRaw<(Omit<PoolMember, 'lastAssignedAt'> & { last: Date | null })[]>`
    SELECT p.id, p.tags, p.capacity,
      (SELECT count(*)::int FROM task t
        WHERE t.assignee_id = p.id AND t.state IN ('assigned', 'in_progress')) AS load,
      (SELECT max(t.opened_at) FROM task t
        WHERE t.assignee_id = p.id AND t.department_key = ${key}) AS last,
      coalesce((SELECT json_agg(json_build_object(
          'from', (extract(epoch FROM a."from") * 1000)::bigint,
          'to', (extract(epoch FROM a."to") * 1000)::bigint,
          'substitute', a.substitute_id, 'mode', a.mode) ORDER BY a."from")
        FROM absence a WHERE a.person_id = p.id AND a."to" > ${now}), '[]') AS absences
    FROM department_member m JOIN person p ON p.id = m.person_id AND p.active
    WHERE m.department_key = ${key} ORDER BY p.id`;
  const members = rows.map(({ last, ...row }) => ({
    ...row,
    lastAssignedAt: last?.getTime() ?? null,
  }));
  return { members, pointer: pointer?.personId ?? null };
}

/** Whose turn it was moves on with every task that was given in turn, to whoever stood in or not. */
export async function movePointers(turn: Turn): Promise<void> {
  const { tx, at, answers } = turn;
  for (const { task, person, why } of answers?.assignees ?? []) {
    const pool = poolOf(turn, task);
    if (why.strategy !== 'roundRobin' || person === null || pool === undefined) continue;
    const row = { personId: why.onBehalfOf ?? person, at };
    await tx.assignmentPointer.upsert({
      where: { pool },
      create: { pool, ...row },
      update: row,
      select: { pool: true },
    });
  }
}

function poolOf(turn: Turn, task: StepRef): string | undefined {
  const asked = effectsOf(turn, 'openTask', 'requestTask', 'assignTask');
  const assign = asked.find((effect) => taskKey(effect.task) === taskKey(task))?.assign;
  return assign?.kind === 'department' ? assign.department : undefined;
}
