import type { PauseReason } from '#core/drawing/pause-reasons.ts';
import type { AssignmentReason } from '#core/run/contract/assignment-reason.ts';
import { Prisma } from '#prisma/generated/client.ts';

/** A task with what its line in a list needs of deal, customer, department and assignee. */
export interface TaskRow {
  id: string;
  deal_id: string;
  run_no: number;
  key: string;
  stage: string;
  step: string;
  visit: number;
  round: number;
  kind: string;
  item: string | null;
  title: string;
  department_key: string | null;
  department_name: string | null;
  department_calendar: string | null;
  assignee_id: string | null;
  assignee_name: string | null;
  /** Whether the assignee still works here; null without one. */
  assignee_active: boolean | null;
  role: string | null;
  not_by: string[];
  /** How a pool found the assignee, or who should have it and has left (E30). */
  assigned_why: AssignmentReason | { left: string } | null;
  state: string;
  mandatory: boolean;
  opened_at: Date;
  due_at: Date | null;
  due_unit: string | null;
  level: string | null;
  priority: number;
  waiting: PauseReason | null;
  waiting_since: Date | null;
  waiting_note: string | null;
  outcome: string | null;
  closed_at: Date | null;
  draft: unknown;
  draft_revision: number;
  revision: number;
  deal_number: string;
  deal_state: string;
  value_minor: bigint | null;
  currency: string;
  version_id: string;
  owner_id: string | null;
  contact_name: string;
  contact_company: string | null;
}

/** `SELECT … FROM task t JOIN deal d JOIN contact c`, to be followed by WHERE. */
export const selectTasks = Prisma.sql`
  SELECT t.id, t.deal_id, t.run_no, t.key, t.stage, t.step, t.visit, t.round, t.kind, t.item, t.title,
    t.department_key, dep.name AS department_name, dep.calendar_key AS department_calendar,
    t.assignee_id, p.name AS assignee_name, p.active AS assignee_active, t.role, t.not_by, t.assigned_why, t.state, t.mandatory, t.opened_at, t.due_at, t.due_unit,
    t.level, t.priority, t.waiting, t.waiting_since, t.waiting_note, t.outcome, t.closed_at, t.draft, t.draft_revision, t.revision,
    d.number AS deal_number, d.state AS deal_state, d.value_minor, d.currency, d.version_id,
    d.owner_id, c.name AS contact_name, c.company AS contact_company
  FROM task t
  JOIN deal d ON d.id = t.deal_id
  JOIN contact c ON c.id = d.contact_id
  LEFT JOIN department dep ON dep.key = t.department_key
  LEFT JOIN person p ON p.id = t.assignee_id`;
