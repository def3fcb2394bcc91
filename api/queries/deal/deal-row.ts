import { Prisma } from '#prisma/generated/client.ts';

/** A deal with what its card needs: customer, owner, stage clock, next task, waiting steps. */
export interface DealRow {
  id: string;
  number: string;
  title: string;
  run_no: number;
  process_key: string;
  version_id: string;
  value_minor: bigint | null;
  currency: string;
  owner_id: string | null;
  owner_name: string | null;
  state: string;
  stage: string;
  visit: number;
  stage_entered_at: Date | null;
  stage_due_at: Date | null;
  probability: number;
  created_at: Date;
  closed_at: Date | null;
  held_until: Date | null;
  at_risk_clock: string | null;
  contact_name: string;
  contact_company: string | null;
  steps: Record<string, { status: string; timerAt?: number }> | null;
  task_title: string | null;
  task_department_key: string | null;
  task_department_name: string | null;
  task_department_calendar: string | null;
  task_role: string | null;
  task_assignee_id: string | null;
  task_assignee_name: string | null;
  task_due_at: Date | null;
  task_due_unit: string | null;
  incidents: number;
}

/** `SELECT … FROM deal d …` with the next task of each deal, to be followed by WHERE. */
export const selectDeals = Prisma.sql`
  SELECT d.id, d.number, d.title, d.run_no, d.process_key, d.version_id, d.value_minor, d.currency,
    d.owner_id, o.name AS owner_name, d.state, d.stage, d.visit, d.stage_entered_at, d.stage_due_at,
    d.probability, d.created_at, d.closed_at, d.held_until, d.at_risk_clock, c.name AS contact_name, c.company AS contact_company,
    d.run_state->'steps' AS steps, n.title AS task_title, n.department_key AS task_department_key,
    n.department_name AS task_department_name, n.calendar_key AS task_department_calendar,
    n.role AS task_role, n.assignee_id AS task_assignee_id, n.assignee_name AS task_assignee_name,
    n.due_at AS task_due_at, n.due_unit AS task_due_unit,
    (SELECT count(*)::int FROM incident i
      WHERE i.deal_id = d.id AND i.run_no = d.run_no AND i.resolved_at IS NULL) AS incidents
  FROM deal d
  JOIN contact c ON c.id = d.contact_id
  LEFT JOIN person o ON o.id = d.owner_id
  LEFT JOIN LATERAL (
    SELECT t.title, t.department_key, t.role, t.assignee_id, t.due_at, t.due_unit, dep.name AS department_name,
      dep.calendar_key, p.name AS assignee_name
    FROM task t
    LEFT JOIN department dep ON dep.key = t.department_key
    LEFT JOIN person p ON p.id = t.assignee_id
    WHERE t.deal_id = d.id AND t.run_no = d.run_no AND t.state IN ('ready', 'assigned', 'in_progress')
    ORDER BY t.mandatory DESC, t.due_at ASC NULLS LAST, t.opened_at LIMIT 1
  ) n ON true`;
