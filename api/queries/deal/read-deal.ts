import type { RunState } from '#core/run/state/run-state.ts';
import { Prisma } from '#prisma/generated/client.ts';
import type { Database } from '#prisma/client.ts';
import { notFound } from '../../problem/app-error.ts';
import { selectDeals, type DealRow } from './deal-row.ts';
import { selectTasks, type TaskRow } from '../task/task-row.ts';

/** The deal's row with everything its page shows of it. */
export type DetailRow = DealRow & {
  source: string;
  fields: Record<string, unknown>;
  fields_revision: number;
  outcome_reasons: string[];
  outcome_note: string | null;
  run_state: RunState | null;
  contact_id: string;
  contact_email: string | null;
  contact_phone: string | null;
  hold_reason: string | null;
  held_by_id: string | null;
  continued_from: string | null;
};

export interface VisitRow {
  stage: string;
  visit: number;
  entered_at: Date;
  left_at: Date | null;
  due_at: Date | null;
}
export interface IncidentRow {
  incident: string;
  stage: string;
  step: string | null;
  code: string;
  operands: { field: string; value: never }[];
  choices: string[];
  opened_at: Date;
}
export interface MailRow {
  id: string;
  subject: string | null;
  to_address: string | null;
  state: string;
  stage: string | null;
  step: string | null;
  closed_why: string | null;
  at: Date;
  attempts: number;
  doubt_until: Date | null;
  data_sent_at: Date | null;
  decision: string | null;
  decided_at: Date | null;
  decided_by: string | null;
}

/** The deal's row, with customer and next task. @throws AppError `not-found` */
export async function readDeal(database: Database, dealId: string): Promise<DetailRow> {
  const [row] = await database.$queryRaw<DetailRow[]>`
    SELECT x.*, deal.source, deal.fields, deal.fields_revision,
      coalesce(deal.outcome_reasons, '{}') AS outcome_reasons, deal.outcome_note,
      deal.run_state, deal.hold_reason, deal.held_by_id, deal.continued_from, deal.contact_id, k.email AS contact_email, k.phone AS contact_phone
    FROM (${selectDeals} WHERE d.id = ${dealId}) x
    JOIN deal ON deal.id = x.id JOIN contact k ON k.id = deal.contact_id`;
  if (!row) throw notFound('deal', dealId);
  return row;
}

/** What hangs on a deal's run, one query each, at once. */
export async function readAround(database: Database, { id, run_no }: DetailRow) {
  const ofRun = Prisma.sql`deal_id = ${id} AND run_no = ${run_no}`;
  const [tasks, visits, incidents, mails] = await Promise.all([
    database.$queryRaw<TaskRow[]>`
      ${selectTasks} WHERE t.deal_id = ${id} AND t.run_no = ${run_no} ORDER BY t.opened_at, t.id`,
    database.$queryRaw<VisitRow[]>`
      SELECT v.stage, v.visit, v.entered_at, v.left_at, c.due_at FROM stage_visit v
      LEFT JOIN LATERAL (SELECT due_at FROM clock
        WHERE ${ofRun} AND clock = 'stage:' || v.stage || ':' || v.visit ORDER BY cycle DESC LIMIT 1) c ON true
      WHERE v.deal_id = ${id} AND v.run_no = ${run_no} ORDER BY v.entered_at, v.visit`,
    database.$queryRaw<IncidentRow[]>`
      SELECT incident, stage, step, code, operands, choices, opened_at FROM incident
      WHERE ${ofRun} AND resolved_at IS NULL ORDER BY opened_at`,
    database.$queryRaw<MailRow[]>`
      SELECT id, subject, to_address, state, stage, step, closed_why,
        coalesce(accepted_at, not_before) AS at, attempts, doubt_until, data_sent_at, decision,
        decided_at, (SELECT name FROM person WHERE person.id = decided_by_id) AS decided_by
      FROM message WHERE ${ofRun} AND kind = 'step' ORDER BY created_at, id`,
  ]);
  return { tasks, visits, incidents, mails };
}

export type Around = Awaited<ReturnType<typeof readAround>>;
