import type { BatchWorld } from './batch-world.ts';
import { ApplicationFailure } from '@temporalio/common';
import { chooseFromPool } from '#core/assignment/choose.ts';
import { poolAskOf } from '#core/assignment/pool-ask.ts';
import { isAsking } from '#core/run/contract/asking.ts';
import type { Answers } from '#core/run/contract/event.ts';
import { answer } from '#core/world/answer.ts';
import type { Transaction } from '#prisma/client.ts';
import { readDeciders } from '../people/deciders.ts';
import { doneBefore } from '../work/done-before.ts';
import { readCalendars } from './kept-calendars.ts';
import { poolNow } from '../work/pool-now.ts';
import { askedPools, readPools } from '../work/pools.ts';
import { failedStarts } from '../other-deals/failed-starts.ts';
import type { Turn } from '../batch/turn.ts';

/** Answers what the batch asks, and says what cannot be carried out; `null` when there is neither. */
export async function answersTo(turn: Turn): Promise<Answers | null> {
  const failures = await failedStarts(turn);
  const asked = turn.batch.effects.some(isAsking);
  if (!asked) return failures.length === 0 ? null : { clocks: [], timers: [], failures };
  turn.world = await readWorld(turn);
  const answers = answer(turn.batch.effects, turn.world);
  return { ...answers, failures: [...answers.failures, ...failures] };
}

async function readWorld({ tx, batch }: Turn): Promise<BatchWorld> {
  const { effects, now } = batch;
  const sources = effects.flatMap((e) => ('calendar' in e ? [e.calendar] : []));
  const leads = effects.flatMap((e) =>
    e.kind === 'setOwner' && e.to.kind === 'department' ? [e.to.department] : [],
  );
  const keys = [...leads, ...sources.flatMap(({ department }) => department ?? [])];
  const departments = keys.length > 0 ? await readDepartments(tx, keys) : new Map();
  const pools = await readPools(tx, askedPools(effects), now);
  const deciders = await readDeciders(tx, effects);
  const before = await doneBefore(tx, batch.dealId, effects);
  const calendars = await readCalendars(tx, [
    ...sources.map(({ calendar }) => calendar),
    ...[...departments.values()].flatMap(({ calendarKey }) => calendarKey ?? []),
  ]);
  return {
    calendar: ({ department, calendar }) => {
      const own = department === undefined ? undefined : departments.get(department)?.calendarKey;
      return calendars.get(own ?? '') ?? calendars.get(calendar) ?? noCalendar(calendar);
    },
    pool: (department) => pools.get(department),
    deciders,
    assignee: (ask, due) => {
      const department = ask.assign.kind === 'department' ? ask.assign.department : '';
      const same = before.get(ask.task?.step ?? '') ?? null;
      return chooseFromPool(poolNow(pools.get(department), now, same, due), poolAskOf(ask));
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
